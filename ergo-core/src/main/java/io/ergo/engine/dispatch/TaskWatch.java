package io.ergo.engine.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.ergo.spi.Dispatcher.LongRunListener;
import io.ergo.spi.Dispatcher.Task;
import org.jspecify.annotations.Nullable;

/**
 * Notices how long tasks are at one thing, by looking at the workers from aside: two looks that find the same thing mean
 * that it has lasted since the first. So nothing is measured on the path of a message, and what is short is never seen.
 *
 * <p>The monitor looks; any thread asks. A look costs the more the more workers there are, so the pause before the next
 * one is at least a hundred times as long as the look took.
 */
final class TaskWatch {
    private static final long PAUSE_NANOS = 10 * Monitor.TICK_NANOS;
    private static final int SHARE = 100;
    private final String name;
    private final Set<Worker> workers;
    private final SystemPlatform platform;
    private final Failures failures;
    private volatile @Nullable Limit limit;
    private long nextLookNanos;
    /** When the first of those seen will be at it for too long; meaningful while {@code watched}. */
    private long dueNanos;
    private boolean watched;

    private record Limit(long nanos, LongRunListener listener) {}

    private record LongRun(Task task, Duration busy) {}

    TaskWatch(String name, Set<Worker> workers, SystemPlatform platform, Failures failures) {
        this.name = name;
        this.workers = workers;
        this.platform = platform;
        this.failures = failures;
        this.nextLookNanos = platform.nanoTime();
    }

    /** From now on the listener is told of what takes longer than the threshold. */
    void tell(Duration threshold, LongRunListener listener) {
        limit = new Limit(threshold.toNanos(), listener);
    }

    /** Any thread. Returns how long the task has been seen at what it executes now, zero if it was not seen. */
    long nanosOf(Task task) {
        for (Worker worker : workers) {
            Sighting seen = task.equals(worker.task()) ? worker.sighting() : null;
            if (seen != null && seen.isOf(task.executing(worker.thread()))) {
                return platform.nanoTime() - seen.sinceNanos();
            }
        }
        return 0;
    }

    /** The monitor, before it rests. Returns how long there is nothing to look for. */
    long nanosUntilDue(long nowNanos) {
        return watched ? Math.max(dueNanos - nowNanos, nextLookNanos - nowNanos) : Deadlines.NEVER;
    }

    /** The monitor. Looks at all workers, if it is time. */
    void look(long nowNanos) {
        if (nowNanos - nextLookNanos < 0) {
            return;
        }
        watched = false;
        List<LongRun> tooLong = new ArrayList<>();
        Limit current = limit;
        for (Worker worker : workers) {
            Sighting seen = sight(worker, nowNanos);
            Task task = worker.task();
            if (seen != null && task != null && current != null && !seen.isTold() && worker.waiter() == null) {
                judge(seen, task, current, nowNanos, tooLong);
            }
        }
        nextLookNanos = nowNanos + Math.max(PAUSE_NANOS, SHARE * (platform.nanoTime() - nowNanos));
        if (current != null && !tooLong.isEmpty()) {
            report(current.listener, tooLong);
        }
    }

    private static @Nullable Sighting sight(Worker worker, long nowNanos) {
        Task task = worker.task();
        Object what = task == null ? null : task.executing(worker.thread());
        Sighting seen = worker.sighting();
        if (what == null) {
            seen = null;
        } else if (seen == null || !seen.isOf(what)) {
            seen = new Sighting(what, nowNanos);
        }
        worker.sighting(seen);
        if (seen != null) {
            seen.waited(worker.waiter() != null, worker.waits(), nowNanos);
        }
        return seen;
    }

    private void judge(Sighting seen, Task task, Limit current, long nowNanos, List<LongRun> tooLong) {
        long left = current.nanos - (nowNanos - seen.busySinceNanos());
        if (left <= 0) {
            seen.markTold();
            tooLong.add(new LongRun(task, Duration.ofNanos(nowNanos - seen.busySinceNanos())));
        } else if (!watched || nowNanos + left - dueNanos < 0) {
            watched = true;
            dueNanos = nowNanos + left;
        }
    }

    /** On a thread of the kernel's, for the listener may block, and those who run long may hold all carriers. */
    private void report(LongRunListener listener, List<LongRun> tooLong) {
        platform.start(platform.platformThread(name + "-watch", () -> {
            for (LongRun each : tooLong) {
                try {
                    listener.runsLong(each.task, each.busy);
                } catch (Throwable e) { // the others are told all the same
                    failures.report("the listener for tasks that run long", e);
                }
            }
        }));
    }
}
