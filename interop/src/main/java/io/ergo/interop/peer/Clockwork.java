package io.ergo.interop.peer;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The peer's own threads and pauses. Pauses last as long as they are told to: an interrupt is kept for later. */
final class Clockwork {

    private Clockwork() {}

    /** Runs something beside everything else. */
    static void beside(String name, Runnable action) {
        Thread.ofVirtual().name(name).start(action);
    }

    static void sleep(long millis) {
        await(new CountDownLatch(1), millis);
    }

    /** Waits for the latch; returns whether it opened in time. */
    static boolean await(CountDownLatch latch, long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return latch.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException kept) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
