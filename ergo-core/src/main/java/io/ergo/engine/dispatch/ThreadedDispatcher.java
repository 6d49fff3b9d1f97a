package io.ergo.engine.dispatch;

import java.time.Duration;
import java.util.function.BiConsumer;

import io.ergo.Timing.Cancellable;
import io.ergo.spi.Dispatcher;
import io.ergo.spi.Waiter;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on many threads: N slots, about one for each core, and any number of workers that take tasks only while
 * they hold a slot. Any thread.
 *
 * <p>Ready tasks stand in their slot's queue ({@link ReadyTasks}); workers without work steal. A worker is a virtual
 * thread ({@link Worker}, {@link WorkLoop}). One that waits in {@link #await} hands its slot over at once; one that
 * blocks in any other way loses it within some milliseconds, by the {@link Monitor}. Afterwards it finishes what it
 * was at, and takes an idle slot or waits among the spares ({@link Staffing}, {@link SpareWorkers}).
 *
 * <p>Order: a task that is ready runs, however busy others are, provided that they return when {@link
 * Carrier#sliceOver()} says so; tasks that do not return cost a core each and stop nobody else. There is no promise
 * about the order of two tasks. Deadlines are met up to some milliseconds late.
 *
 * <p>After {@link #close} nothing starts any more: what is scheduled, delayed or put aside is dropped, and a task that
 * waits gets {@link Waiter#TIMED_OUT} at once. Threads that are still at something are interrupted.
 */
public final class ThreadedDispatcher implements Dispatcher {
    private static final int MOST_SLOTS = 1024;
    private final SystemPlatform platform;
    private final Workshop shop;
    private final ReadyTasks ready;
    private final Staffing staffing;
    private final Waiting waiting;
    private final Timers timers;
    private final Asides asides;

    private ThreadedDispatcher(String name, int slots, SystemPlatform platform, Failures failures) {
        this.platform = platform;
        shop = new Workshop(name, slots, platform, failures);
        ready = shop.ready();
        staffing = new Staffing(shop, new SpareWorkers());
        Deadlines deadlines = new Deadlines(shop.workers(), shop.doorbell(), platform.nanoTime());
        waiting = new Waiting(shop, staffing, deadlines);
        timers = new Timers(name, platform, failures);
        asides = new Asides(platform, failures);
        platform.start(platform.platformThread(name + "-monitor", new Monitor(shop, staffing, deadlines)));
    }

    /**
     * Starts a dispatcher.
     *
     * @param name what its threads are named after: the node
     * @param slots how many tasks run at the same time; 0 stands for the number of processors
     * @param uncaught gets what was running and what it threw, on the thread that ran it: exceptions that leave tasks,
     *     timers and actions put aside. Must not block
     */
    public static ThreadedDispatcher start(String name, int slots, BiConsumer<String, Throwable> uncaught) {
        if (slots < 0 || slots > MOST_SLOTS) {
            throw new IllegalArgumentException(
                    "slots of dispatcher '" + name + "' is " + slots + " but must be from 1 to "
                            + MOST_SLOTS + ", or 0 for the number of processors");
        }
        SystemPlatform platform = new SystemPlatform();
        int count = slots == 0 ? Math.min(platform.processors(), MOST_SLOTS) : slots;
        return new ThreadedDispatcher(name, count, platform, new Failures(uncaught));
    }

    @Override
    public void schedule(Task task, @Nullable Carrier by) {
        Worker worker = ownWorker(by);
        Slot slot = worker == null ? null : worker.slot();
        if (worker == null || slot == null) {
            ready.addGlobal(task);
            staffing.wakeOne();
        } else if (worker.offerNext(task)) {
            if (worker.slot() != slot) {
                staffing.giveNextAway(worker);
            } else if (worker.wokeSeveral()) {
                staffing.wakeOne();
            } // else the worker takes it next itself, or the monitor gives it away at the next tick
        } else {
            ready.push(slot, task);
            staffing.wakeOne();
        }
    }

    /** A carrier of another dispatcher is a foreign thread here. */
    private @Nullable Worker ownWorker(@Nullable Carrier carrier) {
        return carrier instanceof Worker worker && worker.belongsTo(shop) ? worker : null;
    }

    @Override
    public void await(Waiter waiter, @Nullable Carrier by) {
        Worker worker = by == null ? Worker.current(shop) : ownWorker(by);
        if (worker == null) {
            waiting.onForeignThread(waiter);
        } else {
            waiting.onWorker(worker, waiter);
        }
    }

    @Override
    public @Nullable Carrier current() {
        return Worker.current(shop);
    }

    @Override
    public Cancellable after(Duration delay, Runnable action) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay is " + delay + " but must not be negative");
        }
        return timers.after(delay, action);
    }

    @Override
    public void aside(String name, Runnable action) {
        if (!shop.isClosed()) {
            asides.run(name, action);
        }
    }

    @Override
    public void watch(Duration threshold, LongRunListener listener) {
        shop.taskWatch().tell(threshold, listener);
    }

    @Override
    public Duration executingFor(Task task) {
        return Duration.ofNanos(shop.taskWatch().nanosOf(task));
    }

    @Override
    public long nanoTime() {
        return platform.nanoTime();
    }

    @Override
    public long wallMillis() {
        return platform.wallMillis();
    }

    @Override
    public double random() {
        return platform.random();
    }

    @Override
    public int threads() {
        return platform.aliveThreads();
    }

    @Override
    public void close() {
        shop.markClosed();
        timers.close();
        shop.doorbell().ring();
        Thread caller = Thread.currentThread();
        for (Worker worker : shop.workers()) {
            if (worker.thread() != caller) {
                worker.thread().interrupt(); // also wakes those that wait among the spares or for a result
            }
        }
        asides.interrupt();
    }
}
