package io.ergo.engine.dispatch;

import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/** One stretch of a simulation: who asked for it and when it is at its end. Belongs to whoever has the turn. */
final class Drive {
    private final Turn turn;
    private final BooleanSupplier done;
    private final long limitNanos;
    private @Nullable Throwable failure;

    /**
     * Creates one for the calling thread.
     *
     * @param done asked before each event
     * @param limitNanos up to when virtual time may pass while nothing is ready
     */
    Drive(BooleanSupplier done, long limitNanos) {
        this.turn = new Turn(Thread.currentThread());
        this.done = done;
        this.limitNanos = limitNanos;
    }

    Turn turn() {
        return turn;
    }

    boolean isDone() {
        return failure != null || done.getAsBoolean();
    }

    long limitNanos() {
        return limitNanos;
    }

    /** The simulation itself broke on another thread; the driver should know. */
    void fail(Throwable newFailure) {
        failure = newFailure;
    }

    void throwIfFailed() {
        if (failure != null) {
            throw new IllegalStateException("the simulation broke on one of its threads", failure);
        }
    }
}
