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
 * have a full fence in between, so one of them sees the other. A wake-up that its receiver did not need is not missed by others either: the
 * place it stood for was taken by an envelope, and the end of that envelope's stay wakes the next.
 */
final class PatientQueue extends MpscQueue {

    private static final Object ROOM = new Object();

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

    /** The producer, whatever came of it. */
    void leave(Waiter waiter) {
        waiting.remove(waiter);
    }

    /** Any thread, after it is certain that nobody will take anything out any more. */
    void wakeAll() {
        VarHandle.fullFence();
        for (Waiter next = waiting.poll(); next != null; next = waiting.poll()) {
            next.complete(ROOM);
        }
    }
}
