package io.ergo.engine.dispatch;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The clocks, threads, processors and randomness of this machine: the one class that asks for them. Any thread.
 *
 * <p>Counts the threads it made, so that a leak can be seen.
 */
final class SystemPlatform {
    private final AtomicInteger alive = new AtomicInteger();

    long nanoTime() {
        return System.nanoTime();
    }

    long wallMillis() {
        return System.currentTimeMillis();
    }

    double random() {
        return ThreadLocalRandom.current().nextDouble();
    }

    int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Returns how many threads made here were started and have not ended. */
    int aliveThreads() {
        return alive.get();
    }

    /** Returns a virtual thread for {@link #start}. */
    Thread virtualThread(String name, Runnable body) {
        return Thread.ofVirtual().name(name).unstarted(countedOut(body));
    }

    /** Returns a daemon thread of the kernel's for {@link #start}. */
    Thread platformThread(String name, Runnable body) {
        return Thread.ofPlatform().daemon().name(name).unstarted(countedOut(body));
    }

    /** Starts a thread made here; if the system refuses, nothing is counted. */
    void start(Thread thread) {
        alive.incrementAndGet(); // before the start: a thread that runs is never missing from the count
        boolean started = false;
        try {
            thread.start();
            started = true;
        } finally {
            if (!started) {
                alive.decrementAndGet();
            }
        }
    }

    /**
     * Returns a timer on one daemon thread, which starts with the first action. After its shutdown it drops what it
     * gets.
     */
    ScheduledThreadPoolExecutor timer(String name) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
                body -> platformThread(name, () -> {
                    alive.incrementAndGet(); // the executor starts it
                    body.run();
                }), new ThreadPoolExecutor.DiscardPolicy());
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return timer;
    }

    private Runnable countedOut(Runnable body) {
        return () -> {
            try {
                body.run();
            } finally {
                alive.decrementAndGet();
            }
        };
    }
}
