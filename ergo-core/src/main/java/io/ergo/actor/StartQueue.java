package io.ergo.actor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The children that are wanted: to be started, in their order, as soon as nothing stands in the way. One start is
 * ordered at a time.
 */
final class StartQueue {

    private final TreeMap<Child, Child.Cause> wanted = new TreeMap<>(Child.ORDER);
    private Child.@Nullable Cause current;

    void want(Child child, Child.Cause cause) {
        wanted.put(child, cause);
    }

    void forget(Child child) {
        wanted.remove(child);
    }

    void clear() {
        wanted.clear();
    }

    boolean wants(Child child) {
        return wanted.containsKey(child);
    }

    void forgetIf(Predicate<Child> unwanted) {
        wanted.keySet().removeIf(unwanted);
    }

    boolean isEmpty() {
        return wanted.isEmpty();
    }

    /** Returns whether a restart is under way; a child that is started as soon as its own end is over is none. */
    boolean isBusy() {
        return wanted.values().stream().anyMatch(cause -> cause != Child.Cause.DEFERRED);
    }

    /** Returns the children that are to be restarted and are in the state, the last one first. */
    List<Child> toRestart(Child.State state) {
        return wanted.descendingMap().entrySet().stream()
                .filter(entry -> entry.getValue() == Child.Cause.RESTART && entry.getKey().is(state))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Takes the next one out that can be started, null if there is none. */
    @Nullable Child startNext() {
        for (Map.Entry<Child, Child.Cause> entry : wanted.entrySet()) {
            Child next = entry.getKey();
            if (next.is(Child.State.DOWN)) {
                current = entry.getValue();
                wanted.remove(next);
                return next;
            }
        }
        return null;
    }

    /** Returns whether a start was ordered whose result is not known. */
    boolean isStarting() {
        return current != null;
    }

    /** The result of the start that was ordered is known. Returns why it was ordered. */
    Child.Cause finished() {
        Child.Cause cause = current;
        if (cause == null) {
            throw new IllegalStateException("no start was ordered");
        }
        current = null;
        return cause;
    }
}
