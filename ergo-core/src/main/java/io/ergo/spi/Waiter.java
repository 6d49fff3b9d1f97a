package io.ergo.spi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import org.jspecify.annotations.Nullable;

/**
 * A place for one result that one thread waits for. Any thread may complete it, the first one counts.
 *
 * <p>The protocol between the two is a store and a load on each side, all volatile: the one that completes stores the result and then looks
 * for a sleeper; the one that waits stores its sleeper and then looks for a result. One of them sees the other.
 */
public class Waiter {

    /** The result at the deadline. */
    public static final Object TIMED_OUT = new Object();

    private static final VarHandle RESULT;
    private static final VarHandle SLEEPER;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            RESULT = lookup.findVarHandle(Waiter.class, "result", Object.class);
            SLEEPER = lookup.findVarHandle(Waiter.class, "sleeper", Sleeper.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final long deadlineNanos;
    private @Nullable Object result;
    private @Nullable Sleeper sleeper;

    /** Wakes the thread that waits. */
    @FunctionalInterface
    public interface Sleeper {

        /** Any thread. May be called although nobody sleeps. */
        void wake();
    }

    /**
     * Creates an empty one.
     *
     * @param deadlineNanos on the scale of {@link Dispatcher#nanoTime()}
     */
    public Waiter(long deadlineNanos) {
        this.deadlineNanos = deadlineNanos;
    }

    /** Returns the deadline on the scale of {@link Dispatcher#nanoTime()}. */
    public final long deadlineNanos() {
        return deadlineNanos;
    }

    /**
     * Any thread.
     *
     * @param value not null
     * @return whether this was the first result
     */
    public final boolean complete(Object value) {
        if (!RESULT.compareAndSet(this, null, value)) { // volatile: before the load of the sleeper
            return false;
        }
        Sleeper waiting = (Sleeper) SLEEPER.getVolatile(this);
        if (waiting != null) {
            waiting.wake();
        }
        return true;
    }

    /** Any thread. Returns the result, null if there is none yet. */
    public final @Nullable Object result() {
        return RESULT.getVolatile(this);
    }

    /** The waiting thread, before it looks at the result once more and then sleeps. */
    public final void sleeper(Sleeper waiting) {
        SLEEPER.setVolatile(this, waiting);
    }
}
