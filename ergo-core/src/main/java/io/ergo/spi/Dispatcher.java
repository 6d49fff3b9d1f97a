package io.ergo.spi;

import java.time.Duration;

import io.ergo.Timing.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Decides which thread runs a process and when. There are two: one on many threads and one that runs everything one at a time, in virtual
 * time, in an order drawn from a seed.
 */
public interface Dispatcher {

    /** Something that is run again and again, never by two threads at once: a process. */
    interface Task {

        /**
         * Runs one batch.
         *
         * @return true if there is more to do: the task goes behind all others that are ready; after false it may already run elsewhere
         */
        boolean run(Carrier carrier);

        /** Returns what a person reads in reports: pid, name, behaviour. */
        String label();

        /**
         * Any thread. Returns what the task executes on the given thread now: an object that is another one for each message; null if it executes
         * nothing there. A look from aside that costs the task nothing, so it may be wrong by a moment.
         */
        default @Nullable Object executing(Thread by) {
            return null;
        }
    }

    /** Is told of tasks that execute one thing for long. */
    @FunctionalInterface
    interface LongRunListener {

        /**
         * A task has executed one thing for longer than the threshold. On a thread of the dispatcher's for this purpose.
         *
         * @param busy for how long; if it has waited in {@link Dispatcher#await}, since then
         */
        void runsLong(Task task, Duration busy);
    }

    /** The thread that runs a task, as the task sees it. Belongs to one thread. */
    interface Carrier {

        /** Returns the thread. */
        Thread thread();

        /** Returns whether the task should return soon, so that others get their turn. Asked after each message, so it must be cheap. */
        boolean sliceOver();

        /**
         * Returns the time the carrier spent on the current task since it was last asked, in nanoseconds: sampled, zero most of the time, right
         * in the long run.
         */
        long takeRunningNanos();

        /** Returns what the one who runs noted last, null if nothing. */
        @Nullable Object occupant();

        /** Notes who runs: only by this thread, only for this thread. */
        void occupant(@Nullable Object newOccupant);
    }

    /**
     * The task has become ready; it will run. If this throws, for lack of memory or because a simulation is used by two threads, it will
     * not, and may be scheduled again.
     *
     * @param by the carrier whose task caused it, null on a foreign thread
     */
    void schedule(Task task, @Nullable Carrier by);

    /**
     * Blocks the calling thread until the waiter has a result; at its deadline the dispatcher completes it with {@link Waiter#TIMED_OUT}. Never
     * throws; an interrupt is kept for later.
     *
     * @param by the carrier of the calling task, whose place is given to others meanwhile; null on a foreign thread
     */
    void await(Waiter waiter, @Nullable Carrier by);

    /** Returns the carrier of the calling thread, null if it is a foreign one. */
    @Nullable Carrier current();

    /** Runs the action once after the delay, on a thread of the dispatcher's; the action must be short and must not throw. */
    Cancellable after(Duration delay, Runnable action);

    /**
     * From now on tells the listener, once for each thing a task executes, when that takes longer than the threshold. At most once, before the
     * first task.
     */
    void watch(Duration threshold, LongRunListener listener);

    /**
     * Returns how long the task has been executing what it executes now, the time it waited included, as far as the dispatcher has noticed: some
     * milliseconds less than it is, zero for what has just begun or runs on a thread of another's.
     */
    Duration executingFor(Task task);

    /** Runs something that may block, aside from all tasks. */
    void aside(String name, Runnable action);

    /** Returns a monotonic time in nanoseconds, virtual or real. */
    long nanoTime();

    /** Returns the time in milliseconds since the epoch, virtual or real; for display and for deadlines that other nodes read. */
    long wallMillis();

    /** Returns a random number from 0 to below 1; in a simulation it follows the seed. */
    double random();

    /** Returns how many threads of this dispatcher are alive. */
    int threads();

    /** Ends all threads; tasks that are ready are not run any more. Does not wait. */
    void close();
}
