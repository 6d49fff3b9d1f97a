package io.ergo.benchmarks.latency;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

import io.ergo.benchmarks.figure.Latencies;

/** How measuring threads wait. */
final class Pace {

    private static final long LIMIT_SECONDS = 120;
    private static final long GAP_NANOS = 1_000_000;

    private Pace() {}

    /** Measures again and again on the calling thread, with a pause of a millisecond between. */
    static Latencies measured(int times, LongSupplier nanos) {
        long[] taken = new long[times];
        for (int i = 0; i < times; i++) {
            taken[i] = nanos.getAsLong();
            LockSupport.parkNanos(GAP_NANOS);
        }
        return Latencies.ofNanos(taken);
    }

    /** Returns how long the action took. */
    static long nanos(Runnable action) {
        long begin = System.nanoTime();
        action.run();
        return System.nanoTime() - begin;
    }

    /** Waits two minutes at most and returns what is left of the count then. */
    static long left(CountDownLatch latch) throws InterruptedException {
        return latch.await(LIMIT_SECONDS, TimeUnit.SECONDS) ? 0 : latch.getCount();
    }

    /** Lets the rest of the JVM go on for a while. */
    static void pause(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }
}
