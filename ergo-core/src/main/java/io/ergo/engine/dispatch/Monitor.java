package io.ergo.engine.dispatch;

import java.util.concurrent.locks.LockSupport;

/**
 * Looks after the workers once a millisecond: a thread of the kernel's, so that it runs when all carriers are lost.
 * Moves the tick clock, expires deadlines, wakes workers for tasks that lie about, and takes slots away from holders
 * that do not come round, and notices how long tasks are at one thing ({@link TaskWatch}). Rests when there is nothing
 * to watch; then it costs nothing.
 *
 * <p>A holder that waits where the dispatcher does not know it is replaced after one tick. A holder that only runs
 * long costs one core and nothing else, for the others steal from its queue. When no slot at all makes progress the
 * carriers are lost, see {@link Staffing}.
 */
final class Monitor implements Runnable {
    static final long TICK_NANOS = 1_000_000;
    /** After a find it looks again soon: where one task blocks there are often more. */
    private static final int QUICK_LOOKS_PER_TICK = 10;
    private static final int IDLE_TICK_FACTOR = 4;
    /** Saves a wake-up of the monitor for each burst. */
    private static final int IDLE_LOOKS_BEFORE_REST = 50;
    private final Workshop shop;
    private final ReadyTasks ready;
    private final IdleSlots idle;
    private final Staffing staffing;
    private final Deadlines deadlines;
    private final SlotWatch watch;
    private long lastLook;
    private int idleLooks;
    private int quickLooks;
    private boolean foundBlocked;
    private boolean wereWaiting;

    Monitor(Workshop shop, Staffing staffing, Deadlines deadlines) {
        this.shop = shop;
        this.ready = shop.ready();
        this.idle = shop.idle();
        this.staffing = staffing;
        this.deadlines = deadlines;
        this.watch = new SlotWatch(ready.slots, staffing);
        this.lastLook = shop.platform().nanoTime();
    }

    /** Goes on after the close until all workers have ended: slices must end for tasks that still run. */
    @Override
    public void run() {
        shop.carriers().open();
        while (!shop.isClosed() || !shop.workers().isEmpty()) {
            try {
                pause();
                look();
            } catch (Throwable e) { // no memory or no thread for a worker: the next look tries again
                shop.failures().report("the monitor, which goes on", e);
            }
        }
    }

    private void pause() {
        boolean quiet = isQuiet();
        idleLooks = quiet ? idleLooks + 1 : 0;
        if (idleLooks > IDLE_LOOKS_BEFORE_REST && !shop.isClosed()) {
            shop.doorbell().rest(this::restNanos);
            lastLook = shop.platform().nanoTime(); // the rest was nobody's running time
        } else if (foundBlocked) {
            LockSupport.parkNanos(this, TICK_NANOS / QUICK_LOOKS_PER_TICK);
        } else {
            LockSupport.parkNanos(this, quiet ? IDLE_TICK_FACTOR * TICK_NANOS : TICK_NANOS);
        }
        Thread.interrupted(); // nobody's business; but park returns at once while the flag is up
    }

    private long restNanos() {
        boolean quiet = isQuiet() && !ready.any() && !shop.isClosed();
        long now = shop.platform().nanoTime();
        return quiet ? Math.min(deadlines.nanosUntilDue(now), shop.taskWatch().nanosUntilDue(now)) : 0;
    }

    /** Workers without a slot count too: they finish what they are at. */
    private boolean isQuiet() {
        return idle.all() && shop.workers().stream().noneMatch(Worker::isActive);
    }

    /** One round; also called by tests, on their thread. */
    void look() {
        long now = shop.platform().nanoTime();
        if (!foundBlocked || ++quickLooks == QUICK_LOOKS_PER_TICK) {
            shop.carriers().look(); // before the tick: who sees the tick asks
            shop.clock().advance(now - lastLook);
            watch.tick();
            lastLook = now;
            quickLooks = 0;
        }
        if (!shop.isClosed()) {
            lookAfterWorkers();
            deadlines.expire(now);
            shop.taskWatch().look(now);
        }
    }

    private void lookAfterWorkers() {
        boolean waiting = ready.any();
        if (waiting && wereWaiting) {
            staffing.wakeOneAnyway(); // whoever searches may have lost its carrier
        } else if (waiting) {
            staffing.wakeOne();
        }
        wereWaiting = waiting;
        foundBlocked = watch.look(waiting);
    }
}
