package io.ergo.conformance;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

import io.ergo.engine.NodeBuilder;
import io.ergo.engine.dispatch.ThreadedDispatcher;
import io.ergo.spi.Dispatcher;
import org.awaitility.Awaitility;

/** The real dispatcher: many threads, real time. The system property {@code ergo.slots} sets the number of slots. */
final class ThreadedDrive implements Drive {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Override
    public NodeBuilder prepare(NodeBuilder builder) {
        return builder.slots(slots());
    }

    @Override
    public NodeBuilder prepare(NodeBuilder builder, UnaryOperator<Dispatcher> around) {
        Dispatcher threads = ThreadedDispatcher.start(World.NODE, slots(), (what, thrown) -> {
            throw new AssertionError(what + ": an exception escaped", thrown);
        });
        return builder.dispatcher(around.apply(threads));
    }

    private static int slots() {
        return Integer.getInteger("ergo.slots", 0);
    }

    @Override
    public void await(String what, BooleanSupplier condition) {
        Awaitility.await(what).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).atMost(LONG)
                .until(condition::getAsBoolean);
    }

    @Override
    public Gate gate() {
        return new Latch(new CountDownLatch(1), new CountDownLatch(1));
    }

    @Override
    public boolean isThreaded() {
        return true;
    }

    @Override
    public void close() {}

    private record Latch(CountDownLatch reached, CountDownLatch opened) implements Gate {

        @Override
        public void pass() {
            reached.countDown();
            boolean interrupted = false;
            while (opened.getCount() > 0) {
                try {
                    opened.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void open() {
            opened.countDown();
        }

        @Override
        public boolean isReached() {
            return reached.getCount() == 0;
        }
    }
}
