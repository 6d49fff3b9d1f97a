package io.ergo.engine.dispatch;

import io.ergo.spi.Dispatcher.Carrier;

import org.jspecify.annotations.Nullable;

/**
 * The time of a {@link Worker}: slices and running time, by the tick clock alone. Its thread alone.
 *
 * <p>A tick ends the slice of whoever runs then, and charges it with the time since the tick before: wrong for the
 * single task, right in the long run, and without a clock on the path of a message.
 */
abstract class SlicedCarrier extends NextTask implements Carrier {
    private static final long OVER = -1; // no time of the tick clock
    private static final long LOOK_ROUND_NANOS = 20 * Monitor.TICK_NANOS;
    private final TickClock clock;
    /** When the slice of the worker began. */
    private long sliceStart;
    /** What the clock shows as long as the task may go on. */
    private long goesOnAt;
    /** When its carrier could last look round, or the worker came from waiting. */
    private long lookedRound;
    /** Up to when running time was taken, or is part of what is earned. */
    private long accounted;
    /** What the task ran before it waited. */
    private long earned;
    private @Nullable Object occupant;

    SlicedCarrier(TickClock clock) {
        this.clock = clock;
    }

    /** One opaque read. */
    @Override
    public final boolean sliceOver() {
        return clock.nanos() != goesOnAt;
    }

    @Override
    public final long takeRunningNanos() {
        long now = clock.nanos();
        long taken = earned + now - accounted;
        if (taken != 0) { // at one time in a thousand
            accounted = now;
            earned = 0;
        }
        return taken;
    }

    @Override
    public final @Nullable Object occupant() {
        return occupant;
    }

    @Override
    public final void occupant(@Nullable Object newOccupant) {
        occupant = newOccupant;
    }

    /** Returns whether the slice of the worker is over; then it gives way before the next task. */
    final boolean tickPassed() {
        return clock.nanos() != sliceStart;
    }

    /**
     * It has waited or searched. The next task gets none of that time and a slice of its own, but the worker's slice
     * goes on.
     */
    final void beginAfresh() {
        accounted = clock.nanos();
        earned = 0;
        lookedRound = accounted;
        goesOnAt = accounted;
    }

    /** A tick has passed, and nobody waits for its carrier. */
    final void nextSlice() {
        sliceStart = clock.nanos();
        accounted = sliceStart;
        earned = 0;
        goesOnAt = sliceStart;
    }

    /** It has given way to others. */
    final void beginSlice() {
        sliceStart = clock.nanos();
        lookedRound = sliceStart;
    }

    /** The task is going to wait. */
    final void suspend() {
        earned += clock.nanos() - accounted;
    }

    /** It has waited, and that time was not the task's. It has no slot any more, so the task should end soon. */
    final void resume() {
        accounted = clock.nanos();
        goesOnAt = OVER;
    }

    /**
     * Returns whether the carrier should look round although nobody seems to wait for it. Also for a task that waits,
     * again and again in one activation: those it waits for may wake it on its own carrier, which then never gets to
     * other queues. Not at each tick: a hundred that do nothing but wait would pay a fifth of their speed for it.
     */
    final boolean shouldLookRound() {
        return clock.nanos() - lookedRound > LOOK_ROUND_NANOS;
    }
}
