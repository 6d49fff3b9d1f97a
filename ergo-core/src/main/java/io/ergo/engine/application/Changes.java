package io.ergo.engine.application;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

import io.ergo.engine.process.Kernel;
import io.ergo.spi.Dispatcher;
import io.ergo.spi.Waiter;

/** Lets threads wait for what others change. Any thread; woken in the order in which they came, so that a simulated run can be replayed. */
final class Changes {

    private static final Object CHANGED = new Object();

    private final Dispatcher dispatcher;
    private final List<Waiter> waiters = new CopyOnWriteArrayList<>();

    Changes(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** Something has changed: those who wait look again. */
    void announce() {
        waiters.forEach(waiter -> waiter.complete(CHANGED));
    }

    /** Returns the deadline for a wait that begins now. */
    long deadline(Duration timeout) {
        return dispatcher.nanoTime() + Kernel.saturated(timeout);
    }

    /** Waits for the condition; returns whether it holds, at the latest at the deadline or when the dispatcher is closed. */
    boolean await(BooleanSupplier condition, long deadline) {
        boolean woken = true;
        while (woken && !condition.getAsBoolean()) {
            Waiter waiter = new Waiter(deadline);
            waiters.add(waiter);
            try {
                if (!condition.getAsBoolean()) {
                    dispatcher.await(waiter, dispatcher.current());
                }
            } finally {
                waiters.remove(waiter);
            }
            woken = CHANGED.equals(waiter.result());
        }
        return condition.getAsBoolean();
    }
}
