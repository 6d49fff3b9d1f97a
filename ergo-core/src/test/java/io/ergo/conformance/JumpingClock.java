package io.ergo.conformance;

import java.time.Duration;

import io.ergo.Timing.Cancellable;
import io.ergo.spi.Dispatcher;
import io.ergo.spi.Waiter;
import org.jspecify.annotations.Nullable;

/** A dispatcher whose wall clock somebody sets back and forth; the monotonic one goes on as it does. */
final class JumpingClock implements Dispatcher {

    private final Dispatcher dispatcher;
    private volatile long ahead;

    JumpingClock(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** Sets the wall clock ahead of the right time, or behind it. */
    void set(Duration aheadOfTheRightTime) {
        ahead = aheadOfTheRightTime.toMillis();
    }

    @Override
    public long wallMillis() {
        return dispatcher.wallMillis() + ahead;
    }

    @Override
    public void schedule(Task task, @Nullable Carrier by) {
        dispatcher.schedule(task, by);
    }

    @Override
    public void await(Waiter waiter, @Nullable Carrier by) {
        dispatcher.await(waiter, by);
    }

    @Override
    public @Nullable Carrier current() {
        return dispatcher.current();
    }

    @Override
    public Cancellable after(Duration delay, Runnable action) {
        return dispatcher.after(delay, action);
    }

    @Override
    public void aside(String name, Runnable action) {
        dispatcher.aside(name, action);
    }

    @Override
    public long nanoTime() {
        return dispatcher.nanoTime();
    }

    @Override
    public int threads() {
        return dispatcher.threads();
    }

    @Override
    public void close() {
        dispatcher.close();
    }
}
