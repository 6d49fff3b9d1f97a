package io.ergo.engine.process;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.ergo.spi.Dispatcher;
import io.ergo.spi.Waiter;

/** Counts the processes whose code may still run, and lets others wait until there are none. Any thread. */
public final class Population {

    private static final Object EMPTY = new Object();

    private final Dispatcher dispatcher;
    private final AtomicLong alive = new AtomicLong();
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    /** Those that have left the table but whose terminate callback may still run. */
    private final Set<LocalProcess> leaving = ConcurrentHashMap.newKeySet();

    Population(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    void joined() {
        alive.incrementAndGet();
    }

    void lastWords(LocalProcess process) {
        leaving.add(process);
    }

    Set<LocalProcess> leaving() {
        return leaving;
    }

    void left(LocalProcess process) {
        leaving.remove(process);
        if (alive.decrementAndGet() == 0) {
            waiters.forEach(waiter -> waiter.complete(EMPTY));
        }
    }

    /** Waits until there are none; returns false if there still are after the time. */
    public boolean awaitEmpty(Duration timeout) {
        Waiter waiter = new Waiter(dispatcher.nanoTime() + Kernel.saturated(timeout));
        waiters.add(waiter);
        try {
            if (alive.get() > 0) {
                dispatcher.await(waiter, dispatcher.current());
            }
            return alive.get() == 0;
        } finally {
            waiters.remove(waiter);
        }
    }
}
