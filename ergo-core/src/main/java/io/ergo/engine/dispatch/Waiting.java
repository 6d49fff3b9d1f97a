package io.ergo.engine.dispatch;

import java.util.concurrent.locks.LockSupport;

import io.ergo.spi.Dispatcher.Task;
import io.ergo.spi.Waiter;

/** Blocks threads until a waiter has its result. */
final class Waiting {
    private final Workshop shop;
    private final Staffing staffing;
    private final Deadlines deadlines;

    Waiting(Workshop shop, Staffing staffing, Deadlines deadlines) {
        this.shop = shop;
        this.staffing = staffing;
        this.deadlines = deadlines;
    }

    /** The worker's thread. Its slot goes to others at once; afterwards the task finishes without one. */
    void onWorker(Worker worker, Waiter waiter) {
        if (waiter.result() != null) {
            return;
        }
        worker.suspend();
        deadlines.watch(worker, waiter);
        Task next = worker.pollNext();
        Slot slot = worker.slot();
        if (slot != null && worker.loseSlot(slot)) {
            staffing.handOn(slot, next);
        } else if (next != null) {
            staffing.giveAway(next);
        }
        staffing.carriersCameRound(worker);
        boolean interrupted = park(worker, waiter);
        worker.waiter(null);
        if (worker.isVirtual() && worker.shouldLookRound()) {
            worker.giveWay();
        }
        worker.resume();
        shop.doorbell().ring(); // it holds no slot, but its time counts
        if (interrupted) {
            worker.thread().interrupt();
        }
    }

    /** Returns whether the thread was interrupted meanwhile. */
    private boolean park(Worker worker, Waiter waiter) {
        boolean interrupted = false;
        waiter.sleeper(worker);
        while (waiter.result() == null) {
            if (shop.isClosed()) {
                waiter.complete(Waiter.TIMED_OUT);
            } else {
                LockSupport.park(waiter);
                interrupted |= Thread.interrupted(); // park returns at once while the flag is up
            }
        }
        return interrupted;
    }

    /** Any other thread. */
    void onForeignThread(Waiter waiter) {
        Thread caller = Thread.currentThread();
        boolean interrupted = false;
        waiter.sleeper(() -> LockSupport.unpark(caller));
        while (waiter.result() == null) {
            long left = waiter.deadlineNanos() - shop.platform().nanoTime();
            if (left <= 0) {
                waiter.complete(Waiter.TIMED_OUT);
            } else {
                LockSupport.parkNanos(waiter, left);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            caller.interrupt();
        }
    }
}
