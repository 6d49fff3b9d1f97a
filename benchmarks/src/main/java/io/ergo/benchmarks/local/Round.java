package io.ergo.benchmarks.local;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A workload that is ready to run once: the actors exist and have begun, nothing has been sent. Use it from one thread.
 *
 * @param first sends what sets it going; the clock starts before
 * @param done reaches zero when the last actor has got its last message
 * @param after ends the actors, outside of the measured time
 */
record Round(Runnable first, CountDownLatch done, Runnable after) implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /**
     * Runs it to its end.
     *
     * @throws IllegalStateException if it takes longer than two minutes
     */
    void run() throws InterruptedException {
        first.run();
        if (!done.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException(
                    "the round must end within " + LIMIT + " but " + done.getCount()
                            + " of its actors still wait for messages");
        }
    }

    @Override
    public void close() {
        after.run();
    }
}
