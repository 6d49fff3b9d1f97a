package io.ergo.engine.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Virtual time, what is ready now and what is due later. Knows nothing of threads.
 *
 * <p>Locked, although in a proper run one thread at a time comes here: somebody outside may complete a waiter at any
 * moment. Then the run cannot be repeated, but nothing breaks.
 */
final class Agenda {
    /** Not zero, so that nobody takes the two for one. */
    private static final long FIRST_NANOS = 1_000_000_000;
    private final SplitMix random;
    private final List<Event> ready = new ArrayList<>();
    private final TreeSet<Due> later = new TreeSet<>(
            Comparator.comparingLong(Due::nanos).thenComparingLong(Due::order));
    private long now = FIRST_NANOS;
    private long entries;

    /** An event and its time; of two at one time each may come first. The order only tells them apart. */
    record Due(long nanos, long order, Event event) {}

    Agenda(long seed) {
        random = new SplitMix(seed);
    }

    synchronized long now() {
        return now;
    }

    synchronized void add(Event event) {
        ready.add(event);
    }

    /** For later; a delay that is not positive means as soon as possible, one that is too long never. */
    synchronized Due addAfter(long delayNanos, Event event) {
        Due due = new Due(delayNanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + delayNanos, entries++, event);
        later.add(due);
        return due;
    }

    /** Nothing happens if it has become ready already. */
    synchronized void remove(Due due) {
        later.remove(due);
    }

    /** Draws one of those that are ready. */
    synchronized @Nullable Event draw() {
        while (!later.isEmpty() && later.first().nanos() <= now) {
            ready.add(later.removeFirst().event());
        }
        if (ready.isEmpty()) {
            return null;
        }
        int index = random.below(ready.size());
        Event last = ready.removeLast();
        return index == ready.size() ? last : ready.set(index, last);
    }

    /** Draws a number from 0 to below the bound. */
    synchronized int draw(int bound) {
        return random.below(bound);
    }

    /** Draws a number from 0 to below 1. */
    synchronized double fraction() {
        return random.fraction();
    }

    /**
     * Lets time pass to what is due next.
     *
     * @return false if nothing is due until the limit; then it is the limit's time
     */
    synchronized boolean jump(long limitNanos) {
        boolean due = !later.isEmpty() && later.first().nanos() <= limitNanos;
        now = Math.max(now, due ? later.first().nanos() : limitNanos);
        return due;
    }

    synchronized void dropAllButResumptions() {
        ready.removeIf(event -> !(event instanceof Event.Resume));
        later.clear();
    }
}
