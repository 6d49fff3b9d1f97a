package io.ergo.engine.dispatch;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.ergo.Timing.Cancellable;
import org.jspecify.annotations.Nullable;

/** Delayed actions: the JDK's timer on one thread of the kernel's, which starts with the first action. Any thread. */
final class Timers {
    private final ScheduledThreadPoolExecutor executor;
    private final Failures failures;

    Timers(String name, SystemPlatform platform, Failures failures) {
        this.failures = failures;
        executor = platform.timer(name + "-timer");
    }

    Cancellable after(Duration delay, Runnable action) {
        OneShot timer = new OneShot(action, failures);
        timer.entry(executor.schedule(timer, TimeUnit.NANOSECONDS.convert(delay), TimeUnit.NANOSECONDS));
        return timer;
    }

    void close() {
        executor.shutdownNow();
    }

    /** Exactly one of run and cancel has an effect; a future's own cancel would also succeed while the action runs. */
    private static final class OneShot implements Runnable, Cancellable {
        private final Failures failures;
        private final AtomicReference<@Nullable Runnable> action;
        /**
         * For taking it out of the queue early; null if cancelled before it was set, then it stays there until it is
         * due.
         */
        private volatile @Nullable Future<?> entry;

        OneShot(Runnable action, Failures failures) {
            this.action = new AtomicReference<>(action);
            this.failures = failures;
        }

        void entry(Future<?> newEntry) {
            entry = newEntry;
        }

        @Override
        public void run() {
            Runnable mine = action.getAndSet(null);
            if (mine != null) {
                try {
                    mine.run();
                } catch (Throwable e) {
                    failures.report("a timer", e);
                }
            }
        }

        @Override
        public boolean cancel() {
            if (action.getAndSet(null) == null) {
                return false;
            }
            Future<?> queued = entry;
            if (queued != null) {
                queued.cancel(false);
            }
            return true;
        }
    }
}
