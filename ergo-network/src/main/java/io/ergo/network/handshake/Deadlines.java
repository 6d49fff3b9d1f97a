package io.ergo.network.handshake;

import java.util.function.LongSupplier;

import io.ergo.network.spi.HandshakeCheck;
import io.ergo.network.spi.HandshakeException;
import io.ergo.network.spi.HandshakeLimits;

/** How long a handshake waits: a while for each piece, and a while in all. One thread. */
final class Deadlines {

    private final LongSupplier nanos;
    private final HandshakeLimits limits;
    private final long end;
    private long next;

    Deadlines(LongSupplier nanos, HandshakeLimits limits) {
        this.nanos = nanos;
        this.limits = limits;
        end = nanos.getAsLong() + limits.total().toNanos();
        heard();
    }

    /** Waits anew for the next piece. */
    void heard() {
        next = nanos.getAsLong() + limits.silence().toNanos();
    }

    /** Waits for no piece until one is {@link #heard} of again; the time in all goes on. */
    void pause() {
        next = end;
    }

    /** Returns which time-out comes next. Differences are compared, since a clock in nanoseconds may wrap. */
    long nanos() {
        return next - end < 0 ? next : end;
    }

    /** Throws if a time-out has passed. */
    void check() {
        checkTotal();
        if (nanos.getAsLong() - next >= 0) {
            throw new HandshakeException(HandshakeCheck.SILENCE, "nothing came for " + limits.silence());
        }
    }

    /** Throws if it has taken too long in all. */
    void checkTotal() {
        if (nanos.getAsLong() - end >= 0) {
            throw new HandshakeException(HandshakeCheck.TIMEOUT, "it has taken " + limits.total() + " in all");
        }
    }
}
