package io.ergo.engine.dispatch;

import io.ergo.spi.Dispatcher.Task;

import org.jspecify.annotations.Nullable;

/** What a worker does, from its first task to its end. Its thread alone. */
final class WorkLoop implements Runnable {
    /** Looks before it gives its slot up, about 4 µs: more cost CPU time and gained nothing. */
    private static final int LOOKS = 12;
    private static final int MODEST_LOOKS = 6;
    private static final int SPINS_PER_LOOK = 20;
    private final Worker worker;
    private final Workshop shop;
    private final Staffing staffing;
    private final ReadyTasks ready;

    WorkLoop(Worker worker, Workshop shop, Staffing staffing) {
        this.worker = worker;
        this.shop = shop;
        this.staffing = staffing;
        this.ready = shop.ready();
    }

    @Override
    public void run() {
        worker.enter();
        worker.beginAfresh();
        try {
            workUntilClosed();
        } catch (Throwable e) { // ours, or no memory: tasks' exceptions do not come here
            shop.failures().report("a worker, which is replaced", e);
        } finally {
            staffing.left(worker);
        }
    }

    /** The path of a message: one method, so that the compiler sees it as a whole. */
    private void workUntilClosed() {
        while (!shop.isClosed()) {
            Slot slot = worker.slot();
            Task task = slot == null ? null : ready.take(worker, slot);
            if (slot == null) {
                if (!findPlace()) {
                    return;
                }
            } else if (task != null || (task = search(slot)) != null) {
                slot.advance();
                worker.beginTask(task);
                if (run(task)) {
                    putBehindOthers(task);
                }
                if (worker.tickPassed()) {
                    endSlice();
                }
            }
        }
    }

    private boolean findPlace() {
        boolean found = staffing.placeOrWait(worker);
        worker.beginAfresh();
        return found;
    }

    private boolean run(Task task) {
        try {
            return task.run(worker);
        } catch (Throwable e) {
            shop.failures().report(task.label(), e);
            return false;
        } finally {
            Thread.interrupted(); // meant for this task, not for the next
        }
    }

    private void putBehindOthers(Task task) {
        Slot slot = worker.slot();
        if (slot == null) {
            staffing.giveAway(task);
            return;
        }
        ready.push(slot, task);
        slot.foreignTurnNext();
        if (worker.slot() != slot) {
            staffing.wakeForLostSlot();
        }
    }

    private void endSlice() {
        if (worker.isVirtual()) {
            staffing.carriersCameRound(worker);
            if (shop.carriers().isWanted() || worker.shouldLookRound()) {
                worker.giveWay();
                worker.beginAfresh();
            } else {
                worker.nextSlice();
            }
            return;
        }
        worker.beginSlice();
        worker.beginAfresh();
        Slot slot = worker.slot();
        if (slot != null && !staffing.areCarriersLost() && worker.loseSlot(slot)) {
            staffing.staff(slot, worker.pollNext()); // to a virtual one
        }
    }

    private @Nullable Task search(Slot slot) {
        Task found = null;
        staffing.beginSearch();
        try {
            for (int look = 0; look < LOOKS && found == null && worker.slot() == slot; look++) {
                pause();
                found = ready.find(worker, slot, look >= MODEST_LOOKS);
            }
        } finally {
            staffing.endSearch(slot, found != null);
        }
        worker.beginAfresh();
        if (found == null && worker.loseSlot(slot)) {
            staffing.leave(slot);
        }
        return found;
    }

    /** Yields only a few times in a row, so other threads of the carrier do not starve; see {@link Worker#giveWay}. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on the yield, it is a cheap pause
    private void pause() {
        if (worker.isVirtual()) {
            Thread.yield();
            return;
        }
        for (int i = 0; i < SPINS_PER_LOOK; i++) {
            Thread.onSpinWait();
        }
    }
}
