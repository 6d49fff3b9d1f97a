package io.ergo.engine.dispatch;

import java.util.Set;

import io.ergo.spi.Waiter;

/**
 * When workers that wait have waited long enough. Nothing is registered for a wait: the worker shows its waiter and
 * lowers a bound; the monitor walks the workers only when the bound is reached. So a call that is answered costs one
 * read here, and an idle node with open calls wakes up when the first of them is due.
 *
 * <p>Volatile on both sides: a worker shows its waiter and then reads the bound; the monitor raises the bound and then
 * reads the waiters. A worker that was not seen on the walk sees the raised bound, and lowers it.
 */
final class Deadlines {
    static final long NEVER = Long.MAX_VALUE;
    private final Set<Worker> workers;
    private final Doorbell doorbell;
    private final long base;
    private final PaddedLong bound = new PaddedLong();

    /**
     * Creates one.
     *
     * @param baseNanos the present; times are kept as differences to it, because the scale itself may overflow
     */
    Deadlines(Set<Worker> workers, Doorbell doorbell, long baseNanos) {
        this.workers = workers;
        this.doorbell = doorbell;
        this.base = baseNanos;
        bound.setVolatile(NEVER);
    }

    /** The worker, before it waits. */
    void watch(Worker worker, Waiter waiter) {
        worker.waiter(waiter);
        if (lower(waiter.deadlineNanos() - base)) {
            doorbell.ring();
        }
    }

    /** The monitor. Completes what is due. */
    void expire(long nowNanos) {
        long now = nowNanos - base;
        if (now < bound.getVolatile()) {
            return;
        }
        bound.setVolatile(NEVER);
        long earliest = NEVER;
        for (Worker worker : workers) {
            Waiter waiter = worker.waiter();
            if (waiter == null) {
                continue;
            }
            long deadline = waiter.deadlineNanos() - base;
            if (deadline <= now) {
                waiter.complete(Waiter.TIMED_OUT);
            } else {
                earliest = Math.min(earliest, deadline);
            }
        }
        lower(earliest);
    }

    /** The monitor. Returns how long nothing is due, at least; {@link #NEVER} if nobody waits. */
    long nanosUntilDue(long nowNanos) {
        long due = bound.getVolatile();
        return due == NEVER ? NEVER : due - (nowNanos - base);
    }

    private boolean lower(long deadline) {
        for (long seen = bound.getVolatile(); deadline < seen; seen = bound.getVolatile()) {
            if (bound.compareAndSetVolatile(seen, deadline)) {
                return true;
            }
        }
        return false;
    }
}
