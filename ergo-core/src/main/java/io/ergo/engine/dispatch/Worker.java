package io.ergo.engine.dispatch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

import io.ergo.spi.Dispatcher.Task;
import io.ergo.spi.Waiter;
import org.jspecify.annotations.Nullable;

/**
 * A long-lived thread that runs tasks, as long as it holds a {@link Slot}; what it does is in {@link WorkLoop}.
 *
 * <p>What others touch, all volatile: {@code slot} is set by whoever owns that slot at the time; taking it away is a
 * compare-and-set to null, and who wins must dispose of the slot. {@code waiter}, {@code spare} and {@code waysGiven}
 * (odd while it gives way) are written by the worker's thread and read by the monitor. {@code called} is set by
 * whoever takes the worker from the spares and cleared by its thread. {@code task} is the one it runs or ran last,
 * opaque: a hint for those who look from aside. {@code sighting} belongs to the monitor, others read it.
 */
final class Worker extends SlicedCarrier implements Waiter.Sleeper {
    private static final VarHandle SLOT = Fields.of(MethodHandles.lookup(), Worker.class, "slot", Slot.class);
    private static final VarHandle TASK = Fields.of(MethodHandles.lookup(), Worker.class, "task", Task.class);
    /**
     * The worker of the calling thread, of whatever dispatcher. Asked by foreign calls alone, never on the path of a
     * message. Not a scoped value: those are inherited by the threads that a task forks, and such a thread is foreign.
     */
    private static final ThreadLocal<@Nullable Worker> CURRENT = new ThreadLocal<>();
    private static final int QUIET_WAKE_UPS = 2;

    private final boolean virtual;
    private final Thread thread;
    private final Workshop shop;
    @SuppressWarnings("unused") // read through its handle
    private @Nullable Slot slot;
    private volatile @Nullable Waiter waiter;
    private volatile int waysGiven;
    private volatile boolean spare;
    private volatile boolean called;
    private int wakeUps;
    @SuppressWarnings("unused") // through its handle
    private @Nullable Task task;
    private volatile @Nullable Sighting sighting;
    /** Published by the volatile write of the waiter behind it. */
    private int waits;

    Worker(Workshop shop, Staffing staffing, boolean virtual) {
        super(shop.clock());
        this.virtual = virtual;
        this.shop = shop;
        WorkLoop loop = new WorkLoop(this, shop, staffing);
        this.thread = shop.thread(virtual, loop);
    }

    /** Returns the worker of the calling thread, null if it is none of this workshop. */
    static @Nullable Worker current(Workshop shop) {
        Worker worker = CURRENT.get();
        return worker != null && worker.belongsTo(shop) ? worker : null;
    }

    /** Its thread, first of all. */
    void enter() {
        CURRENT.set(this);
    }

    boolean belongsTo(Workshop other) {
        return shop == other;
    }

    boolean isVirtual() {
        return virtual;
    }

    @Override
    public Thread thread() {
        return thread;
    }

    // ---- the slot

    @Nullable Slot slot() {
        return (Slot) SLOT.getAcquire(this);
    }

    /** Whoever owns the slot and gives it to this worker. */
    void slot(Slot newSlot) {
        newSlot.holder(this);
        newSlot.advance(); // a new holder is not one that makes no progress
        SLOT.setVolatile(this, newSlot);
    }

    /** Any thread. Returns true for the one who took it and must dispose of the slot. */
    boolean loseSlot(Slot held) {
        if (!SLOT.compareAndSet(this, held, null)) {
            return false;
        }
        held.holder(null);
        return true;
    }

    // ---- the task, on its thread

    void beginTask(Task newTask) {
        wakeUps = 0;
        TASK.setOpaque(this, newTask);
    }

    /** Returns whether the activation has woken others before and goes on: somebody else should run the next one. */
    boolean wokeSeveral() {
        return ++wakeUps > QUIET_WAKE_UPS;
    }

    // ---- waiting, on its thread

    /**
     * Lets the carrier look at all its queues; it belongs to the application too. {@code Thread.yield} is not enough:
     * the carrier goes on with the queue it is draining, to which a yielding thread returns, and threads started or
     * woken from outside never run.
     */
    void giveWay() {
        int before = waysGiven;
        waysGiven = before + 1; // not to be taken for a blocked one
        LockSupport.parkNanos(1);
        waysGiven = before + 2;
        beginSlice();
    }

    @Nullable Waiter waiter() {
        return waiter;
    }

    void waiter(@Nullable Waiter newWaiter) {
        waits++;
        waiter = newWaiter;
    }

    /** Any thread, after {@link #waiter()}. Returns a number that is another one after each wait. */
    int waits() {
        return waits;
    }

    // ---- any thread

    /**
     * Returns whether its task waits for something that the dispatcher does not know. A state that was read while it
     * gave way does not count.
     */
    boolean isBlocked() {
        int before = waysGiven;
        boolean waits = switch (thread.getState()) {
            case BLOCKED, WAITING, TIMED_WAITING -> true;
            case NEW, RUNNABLE, TERMINATED -> false;
        };
        return waits && before % 2 == 0 && before == waysGiven;
    }

    /** Returns whether it does something; then time must be measured. */
    boolean isActive() {
        return !spare && waiter == null && !isBlocked();
    }

    /** Its thread. */
    void spare(boolean newSpare) {
        spare = newSpare;
        TASK.setOpaque(this, (Task) null); // a spare must not keep alive what it ran last
    }

    /** Returns the task that it runs, or ran last. */
    @Nullable Task task() {
        return (Task) TASK.getOpaque(this);
    }

    @Nullable Sighting sighting() {
        return sighting;
    }

    /** The monitor. */
    void sighting(@Nullable Sighting seen) {
        sighting = seen;
    }

    boolean isCalled() {
        return called;
    }

    void called(boolean newCalled) {
        called = newCalled;
    }

    @Override
    public void wake() {
        LockSupport.unpark(thread);
    }
}
