package io.ergo.engine.dispatch;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Wakes the {@link Monitor} from its rest. Whoever gives it something to watch does so first and then rings; the
 * monitor first says that it rests and then looks whether there is something. Both volatile: one of the two sees the
 * other.
 */
final class Doorbell {
    private volatile @Nullable Thread resting;

    /** Any thread; one read while the monitor does not rest. Returns whether it did. */
    boolean ring() {
        Thread monitor = resting;
        if (monitor == null) {
            return false;
        }
        resting = null;
        LockSupport.unpark(monitor);
        return true;
    }

    /**
     * The monitor. Rests until somebody rings or the time is over; may also return early.
     *
     * @param restNanos asked after the rest is announced; {@link Deadlines#NEVER}: until somebody rings; not positive:
     *     do not rest
     */
    void rest(LongSupplier restNanos) {
        resting = Thread.currentThread();
        long nanos = restNanos.getAsLong();
        if (nanos == Deadlines.NEVER) {
            LockSupport.park(this);
        } else if (nanos > 0) {
            LockSupport.parkNanos(this, nanos);
        }
        resting = null;
    }
}
