package io.ergo.engine.process;

import java.time.Duration;

import io.ergo.Timing.Cancellable;
import io.ergo.spi.Dispatcher;
import io.ergo.spi.Waiter;
import org.jspecify.annotations.Nullable;

/** Runs nothing by itself: tells the behaviour that its process was made ready, and lets a call spin until it has a result or cannot get one. */
final class StressDispatcher implements Dispatcher {

    @Override
    public void schedule(Task task, @Nullable Carrier by) {
        ((StressBehavior) ((LocalProcess) task).behavior).scheduled();
    }

    @Override
    public void await(Waiter waiter, @Nullable Carrier by) {
        waiter.sleeper(() -> {});
        StressBehavior behavior = ((StressCarrier) by).behavior();
        while (waiter.result() == null && !behavior.isLeftAlone()) {
            Thread.onSpinWait();
        }
    }

    @Override
    public @Nullable Carrier current() {
        return null;
    }

    @Override
    public Cancellable after(Duration delay, Runnable action) {
        return () -> true;
    }

    @Override
    public void aside(String name, Runnable action) {
        action.run();
    }

    @Override
    public long nanoTime() {
        return 0;
    }

    @Override
    public long wallMillis() {
        return 0;
    }

    @Override
    public void watch(Duration threshold, LongRunListener listener) {}

    @Override
    public Duration executingFor(Task task) {
        return Duration.ZERO;
    }

    @Override
    public double random() {
        return 0;
    }

    @Override
    public int threads() {
        return 0;
    }

    @Override
    public void close() {}
}
