package io.ergo.engine.dispatch;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.ergo.spi.Dispatcher.Carrier;
import io.ergo.spi.Dispatcher.Task;

/** A task made of a lambda. */
record TestTask(String label, Predicate<Carrier> body) implements Task {

    /** Runs once. */
    static TestTask once(Consumer<Carrier> body) {
        return new TestTask("once", carrier -> {
            body.accept(carrier);
            return false;
        });
    }

    /** Runs again as long as the body says so. */
    static TestTask repeated(Predicate<Carrier> body) {
        return new TestTask("repeated", body);
    }

    /** Blocks in a way that no dispatcher knows. */
    static void uninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean run(Carrier carrier) {
        return body.test(carrier);
    }
}
