package io.ergo.engine.process;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import io.ergo.Address;
import io.ergo.Delivery.Outcome;
import io.ergo.Pid;
import io.ergo.spi.Dispatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what was not delivered, and logs the first of each second with the number of those before it that were not logged. The message
 * itself is not printed: its text may be long, secret, or throw. Any thread.
 */
final class DeadLetters {

    private static final long INTERVAL_NANOS = 1_000_000_000L;
    private static final Logger LOG = LoggerFactory.getLogger("io.ergo.deadletters");

    private final Kernel kernel;
    private final Dispatcher dispatcher;
    private final boolean logged;
    private final LongAdder suppressed = new LongAdder();
    private final AtomicLong nextNanos;

    DeadLetters(Kernel kernel, boolean logged) {
        this.kernel = kernel;
        this.dispatcher = kernel.dispatcher;
        this.logged = logged;
        this.nextNanos = new AtomicLong(dispatcher.nanoTime());
    }

    void add(Outcome outcome, Object message, Pid from, Address to) {
        kernel.counters.deadLetter(outcome);
        if (!logged || !LOG.isInfoEnabled()) {
            return;
        }
        long next = nextNanos.get();
        long now = dispatcher.nanoTime();
        if (now - next >= 0 && nextNanos.compareAndSet(next, now + INTERVAL_NANOS)) {
            log(outcome, message, from, to, suppressed.sumThenReset());
        } else {
            suppressed.increment();
        }
    }

    /** A log that fails, a full disk for example, must not fail the send. */
    private void log(Outcome outcome, Object message, Pid from, Address to, long before) {
        try {
            LOG.info("dead letter on {}: {} from {} to {}: {}; {} more were not logged before it", kernel.name,
                    message.getClass().getName(), from, to, outcome.reason(), before);
        } catch (RuntimeException | Error failed) {
            kernel.faults.uncaught(failed);
        }
    }
}
