package io.ergo.engine.dispatch;

/**
 * The time during which work was going on, in nanoseconds; it moves about once a millisecond. The {@link Monitor}
 * alone writes it, every worker reads it: for the end of its slice and for the running time of its tasks, so that the
 * path of a message needs no clock.
 *
 * <p>It stands still while the monitor rests, so an idle hour is never charged to the task that ends it. Opaque: a
 * worker that sees a tick a little late loses nothing.
 */
final class TickClock extends PaddedLong {

    /** Any thread. */
    long nanos() {
        return getOpaque();
    }

    /** The monitor. */
    void advance(long elapsedNanos) {
        setOpaque(getOpaque() + elapsedNanos);
    }
}
