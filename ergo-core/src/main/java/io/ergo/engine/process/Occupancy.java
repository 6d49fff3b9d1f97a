package io.ergo.engine.process;

import io.ergo.spi.Dispatcher;
import io.ergo.spi.Dispatcher.Carrier;

import org.jspecify.annotations.Nullable;

/**
 * Knows which process the calling thread executes: noted at the carrier where there is one, else (an {@code init} on a foreign thread or
 * aside) with the thread. Any thread.
 */
final class Occupancy {

    private final Dispatcher dispatcher;
    @SuppressWarnings("ThreadLocalUsage") // one for each node, of which there are few
    private final ThreadLocal<@Nullable LocalProcess> withoutCarrier = new ThreadLocal<>();

    Occupancy(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** Returns the process that the calling thread executes, null if it executes none. */
    @Nullable LocalProcess here() {
        Carrier carrier = dispatcher.current();
        Object noted = carrier != null ? carrier.occupant() : withoutCarrier.get();
        return noted instanceof LocalProcess process && process.isExecuted() ? process : null;
    }

    /** The calling thread is about to execute the process; returns what it was at, for {@link #restore}. */
    @Nullable Object enter(LocalProcess process, @Nullable Carrier carrier) {
        if (carrier != null) {
            Object before = carrier.occupant();
            carrier.occupant(process);
            return before;
        }
        LocalProcess before = withoutCarrier.get();
        withoutCarrier.set(process);
        return before;
    }

    /** The calling thread goes on with what it was at. */
    void restore(@Nullable Object before, @Nullable Carrier carrier) {
        if (carrier != null) {
            carrier.occupant(before);
        } else if (before == null) {
            withoutCarrier.remove();
        } else {
            withoutCarrier.set((LocalProcess) before);
        }
    }
}
