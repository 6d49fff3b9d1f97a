package io.ergo.engine.dispatch;

import io.ergo.spi.Dispatcher.Task;
import org.jspecify.annotations.Nullable;

/**
 * Gives slots to workers. Any thread.
 *
 * <p>Nobody is woken while somebody searches: the searcher finds the work, or hands the search on, or looks once more
 * after it gave up.
 *
 * <p>Workers are virtual threads. When tasks that never return hold all their carriers no virtual thread can run;
 * then, and only until a virtual worker comes round again, slots go to threads of the kernel's. That is a flag and not
 * a count: a lost worker may block, end, or come back in many places, and a count that misses one of them is wrong for
 * ever.
 */
final class Staffing {
    private final Workshop shop;
    private final ReadyTasks ready;
    private final IdleSlots idle;
    private final SpareWorkers spares;
    private final PaddedLong searching = new PaddedLong();
    private volatile boolean carriersLost;

    Staffing(Workshop shop, SpareWorkers spares) {
        this.shop = shop;
        this.spares = spares;
        this.ready = shop.ready();
        this.idle = shop.idle();
    }

    /** There is more work than those awake may do: wakes one more, unless one is already looking. */
    void wakeOne() {
        if (searching.getVolatile() == 0) {
            wakeOneAnyway();
        }
    }

    /** Like {@link #wakeOne}, although somebody searches: it may have lost its carrier. */
    void wakeOneAnyway() {
        Slot slot = idle.claim();
        if (slot != null) {
            staff(slot);
        }
    }

    /**
     * A task went to the queue of a slot that was taken away from its holder meanwhile: the next holder may have looked
     * too early.
     */
    void wakeForLostSlot() {
        shop.doorbell().ring();
        wakeOne();
    }

    /** A worker made a task its next one but has no slot any more: it goes to others. */
    void giveNextAway(Worker worker) {
        Task next = worker.pollNext();
        if (next != null) {
            giveAway(next);
        }
    }

    /** A task whose worker has no slot goes to others. */
    void giveAway(Task task) {
        ready.addGlobal(task);
        wakeOne();
    }

    /** The owner of a slot gives it to a spare or a new worker. */
    void staff(Slot slot) {
        staff(slot, null);
    }

    /**
     * The owner of a slot gives it to a spare or a new worker.
     *
     * @param first what the worker begins with, if anything
     */
    void staff(Slot slot, @Nullable Task first) {
        boolean onVirtual = !carriersLost;
        Worker spare = spares.poll(onVirtual);
        if (spare == null) {
            hire(slot, first, onVirtual);
        } else {
            begin(spare, slot, first);
            spares.call(spare);
        }
        shop.doorbell().ring();
    }

    private void begin(Worker worker, Slot slot, @Nullable Task first) {
        if (first != null && !worker.offerNext(first)) {
            ready.push(slot, first);
        }
        worker.slot(slot);
    }

    private void hire(Slot slot, @Nullable Task first, boolean onVirtual) {
        if (shop.isClosed()) {
            return;
        }
        Worker worker = null;
        try {
            worker = new Worker(shop, this, onVirtual);
            begin(worker, slot, first);
            shop.workers().add(worker);
            shop.platform().start(worker.thread());
        } catch (Throwable e) { // no memory or no thread left; whoever made a task ready can do nothing about it
            if (first != null) {
                ready.addGlobal(first);
            }
            dismiss(worker, slot);
            shop.failures().report("a new worker, which could not start; the monitor tries again", e);
        }
    }

    /** Gives back the slot of a worker that never ran, or was never made. */
    private void dismiss(@Nullable Worker worker, Slot slot) {
        if (worker == null) {
            idle.raise(slot);
            return;
        }
        shop.workers().remove(worker);
        if (worker.loseSlot(slot)) {
            idle.raise(slot);
        }
    }

    /** The owner of a slot leaves it to whoever needs it next. */
    void leave(Slot slot) {
        idle.raise(slot);
        if (ready.needsWorker(null)) {
            wakeOne();
        }
    }

    /**
     * The owner of a slot whose last holder blocked: straight to another worker if there is something to do.
     *
     * @param next what that holder would have run next, if anything
     */
    void handOn(Slot slot, @Nullable Task next) {
        if (next == null && slot.queue.seemsEmpty() && ready.globalIsEmpty()) {
            leave(slot);
        } else {
            staff(slot, next);
            if (ready.needsWorker(null)) {
                wakeOne();
            }
        }
    }

    /** A worker without a slot. Returns false if it should end. */
    boolean placeOrWait(Worker worker) {
        giveNextAway(worker);
        carriersCameRound(worker);
        if (worker.isVirtual() && takeIdleSlot(worker)) {
            return true;
        }
        return spares.waitForCall(worker, shop);
    }

    private boolean takeIdleSlot(Worker worker) {
        while (ready.needsWorker(null)) {
            Slot slot = idle.claim();
            if (slot == null) {
                return false;
            }
            if (ready.needsWorker(null)) {
                worker.slot(slot);
                shop.doorbell().ring();
                return true;
            }
            idle.raise(slot); // and look again: somebody may have relied on the bit
        }
        return false;
    }

    // ---- searching

    void beginSearch() {
        searching.addAndGetVolatile(1);
    }

    /** Ends a search; the last one that found something hands the search on. */
    void endSearch(Slot slot, boolean found) {
        if (searching.addAndGetVolatile(-1) == 0 && found && ready.needsWorker(slot)) {
            wakeOne();
        }
    }

    // ---- carriers

    boolean areCarriersLost() {
        return carriersLost;
    }

    void carriersAreLost() {
        carriersLost = true;
    }

    /** The worker runs, so somewhere there is a carrier. */
    void carriersCameRound(Worker worker) {
        if (carriersLost && worker.isVirtual()) {
            carriersLost = false;
        }
    }

    /** The worker ends; on a failure of ours it may still hold a slot. */
    void left(Worker worker) {
        shop.workers().remove(worker);
        @Nullable Slot slot = worker.slot();
        if (slot != null && worker.loseSlot(slot) && !shop.isClosed()) {
            staff(slot, worker.pollNext());
        } else {
            giveNextAway(worker);
        }
    }
}
