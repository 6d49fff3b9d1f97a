package io.ergo.actor;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

import io.ergo.Pid;
import io.ergo.SupervisionInfo;
import org.jspecify.annotations.Nullable;

/**
 * The processes of a supervisor's children, and what others may see of them. Only the supervisor's process changes it; what is
 * shown can be read on any thread. A supervisor may have a hundred thousand instances, so what is shown is not copied at each
 * change but changed in place: a reader sees each child as it is, or was a moment ago, without consistency across children.
 */
final class Roster {

    private final boolean showsEnded;
    private final Map<Pid, Child> byPid = new HashMap<>();
    private final ConcurrentSkipListMap<Child.Position, SupervisionInfo.Child> shown = new ConcurrentSkipListMap<>();
    private final AtomicLong restarts = new AtomicLong();

    /**
     * Creates an empty one.
     *
     * @param showsEnded whether children that do not run are shown
     */
    Roster(boolean showsEnded) {
        this.showsEnded = showsEnded;
    }

    @Nullable Child find(Pid pid) {
        return byPid.get(pid);
    }

    boolean isEmpty() {
        return byPid.isEmpty();
    }

    /** Returns the children that have a process, in order. */
    List<Child> running() {
        return byPid.values().stream().sorted(Comparator.comparing(Child::position)).toList();
    }

    void started(Child child, Pid pid) {
        byPid.put(pid, child);
        child.move(Child.State.UP, pid);
        show(child);
    }

    void ended(Child child, Pid pid) {
        byPid.remove(pid);
        child.move(Child.State.DOWN, null);
        show(child);
    }

    void countRestart() {
        restarts.incrementAndGet();
    }

    /** Shows a child as it is now. */
    void show(Child child) {
        if (showsEnded || child.pid() != null) {
            shown.put(child.position(), child.info());
        } else {
            shown.remove(child.position());
        }
    }

    /** Any thread. */
    SupervisionInfo info(SupervisorSpec spec) {
        return new SupervisionInfo(spec.type(), spec.strategy(), spec.intensity(), spec.period(), restarts.get(),
                List.copyOf(shown.values()));
    }
}
