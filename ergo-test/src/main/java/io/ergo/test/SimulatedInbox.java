package io.ergo.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.ergo.spi.Simulation;
import io.ergo.spi.Waiter;
import org.jspecify.annotations.Nullable;

/** An inbox in virtual time, exact to the nanosecond. The simulation runs one at a time, which is all the synchronisation needed. */
final class SimulatedInbox implements Inbox {

    private static final Object ARRIVED = new Object();

    private final Simulation simulation;
    private final List<Received> waiting = new ArrayList<>();
    private @Nullable Waiter reader;

    SimulatedInbox(Simulation simulation) {
        this.simulation = simulation;
    }

    @Override
    public void put(Received received) {
        waiting.add(received);
        if (reader != null) {
            reader.complete(ARRIVED);
        }
    }

    @Override
    public @Nullable Received take(Predicate<Received> matching, Duration atMost) {
        long deadline = simulation.nanoTime() + atMost.toNanos();
        Received found = Inbox.remove(waiting, matching);
        while (found == null && awaitNext(deadline)) {
            found = Inbox.remove(waiting, matching);
        }
        return found != null ? found : takeAtDeadline(matching);
    }

    /** What is due at the very moment of the deadline may come in any order with it; it is still in time. */
    private @Nullable Received takeAtDeadline(Predicate<Received> matching) {
        simulation.runUntilIdle();
        return Inbox.remove(waiting, matching);
    }

    private boolean awaitNext(long deadline) {
        Waiter next = new Waiter(deadline);
        reader = next;
        try {
            simulation.await(next, null);
        } finally {
            reader = null;
        }
        return next.result() == ARRIVED;
    }

    @Override
    public List<Received> all() {
        return List.copyOf(waiting);
    }

    @Override
    public void clear() {
        waiting.clear();
    }
}
