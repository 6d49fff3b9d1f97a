package io.ergo.engine.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * Workers without a slot that wait for one, the last to come first to go: its stack is still in a cache. A real lock,
 * not one that spins: it is taken only where a thread is woken or parked anyway.
 *
 * <p>A spare waits until it is <em>called</em>, not until it has a slot: by the time it gets a core the monitor may
 * have taken that slot away again, and it stands on no list any more.
 */
final class SpareWorkers {
    private static final int KEPT = 64;
    /** How long a thread of the kernel's is kept; they are needed in emergencies only. */
    private static final long PLATFORM_PATIENCE_NANOS = 1_000_000_000;
    private final Object lock = new Object();
    private final Deque<Worker> virtual = new ArrayDeque<>();
    private final Deque<Worker> platform = new ArrayDeque<>();

    /** Any thread. Takes one off the list; the caller gives it a slot and then calls it. */
    @Nullable Worker poll(boolean onVirtual) {
        synchronized (lock) {
            return (onVirtual ? virtual : platform).pollLast();
        }
    }

    /** Any thread. Wakes a worker taken from here. */
    void call(Worker worker) {
        worker.called(true);
        worker.wake();
    }

    /** The worker. Returns false if it is not needed any more and should end. */
    boolean waitForCall(Worker worker, Workshop shop) {
        worker.spare(true);
        boolean called = add(worker) && isCalled(worker, shop);
        worker.called(false);
        worker.spare(false);
        return called;
    }

    private boolean isCalled(Worker worker, Workshop shop) {
        while (!worker.isCalled()) {
            if (shop.isClosed() || (!worker.isVirtual() && !waitAWhile(worker))) {
                return false;
            }
            if (worker.isVirtual()) {
                LockSupport.park(this);
            }
            Thread.interrupted(); // park returns at once while the flag is up
        }
        return true;
    }

    private boolean waitAWhile(Worker worker) {
        LockSupport.parkNanos(this, PLATFORM_PATIENCE_NANOS);
        synchronized (lock) {
            return worker.isCalled() || !platform.remove(worker); // who took it off will call it
        }
    }

    private boolean add(Worker worker) {
        Deque<Worker> list = worker.isVirtual() ? virtual : platform;
        synchronized (lock) {
            return list.size() < KEPT && list.add(worker);
        }
    }
}
