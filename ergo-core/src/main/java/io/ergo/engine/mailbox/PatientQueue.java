package io.ergo.engine.mailbox;

import java.lang.invoke.VarHandle;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.ergo.spi.Waiter;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue whose producers may wait for room. Each envelope taken out wakes the one that waits longest; it then offers again, and may
 * find that somebody else was quicker.
 *
 * <p>No lost wake-up: a producer enters and then offers once more; the consumer counts what it took and then looks for one that entered. Both
 * have a full fence in between, so one of them sees the other. A producer that was woken offers again, or passes the wake-up on when it
 * leaves: the place it stood for may be free while others wait.
 */
final class PatientQueue extends MpscQueue {

    private static final Object ROOM = new Object();
    private static final Object LEFT = new Object();

    private final Queue<Waiter> waiting = new ConcurrentLinkedQueue<>();

    PatientQueue(int limit) {
        super(limit);
    }

    @Override
    PatientQueue another() {
        return new PatientQueue(limit);
    }

    @Override
    @Nullable Envelope poll() {
        Envelope envelope = super.poll();
        if (envelope != null) {
            VarHandle.fullFence();
            wakeOne();
        }
        return envelope;
    }

    private void wakeOne() {
        for (Waiter next = waiting.poll(); next != null && !next.complete(ROOM); next = waiting.poll()) {
            // it had given up
        }
    }

    /** Any thread. The waiter is completed when there may be room; its producer offers once more before it waits. */
    void enter(Waiter waiter) {
        waiting.add(waiter);
        VarHandle.fullFence();
    }

    /**
     * The producer that does not offer again. One that was woken meanwhile wakes the next, unless the queue is full again: then the end of some
     * envelope's stay will.
     */
    void leave(Waiter waiter) {
        waiting.remove(waiter);
        if (!waiter.complete(LEFT) && waiter.result() == ROOM && depth() < limit) {
            wakeOne();
        }
    }

    /**
     * Any thread, after it is certain that nobody will take anything out any more. Here state then waiters, the producers waiter then state, in
     * the offer that follows {@link #enter}.
     */
    void wakeAll() {
        VarHandle.fullFence();
        for (Waiter next = waiting.poll(); next != null; next = waiting.poll()) {
            next.complete(ROOM);
        }
    }
}
