package io.ergo.engine.mailbox;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import org.jspecify.annotations.Nullable;

/**
 * An intrusive queue of many producers and one consumer, after Dmitry Vyukov's node-based MPSC queue. A producer swaps the head, then links
 * its predecessor; between the two steps the queue is not empty but {@link #poll} finds nothing. So emptiness is decided by the head alone,
 * never by a missing link.
 *
 * <p>Departures from the original: a queue that was never used has no stub of its own, its head is {@link #UNUSED} and the first producer
 * leaves its envelope in {@code first} (24 bytes for each process that nobody has written to); the consumed stub is emptied and unlinked
 * (garbage collection); and there is an exact bound: producers claim a place by compare-and-set on {@code claimed}, the consumer alone
 * writes {@code taken}, and {@code claimed - taken} never exceeds the limit while nothing is refused as long as there is room.
 *
 * <p>The consumer is whoever runs the process; its fields are handed from one to the next by the state word.
 */
sealed class MpscQueue extends QueueGap permits LossyQueue, PatientQueue {

    private static final int COUNT_TRIES = 8;
    private static final int COUNT_LIMIT = 1_000_000;
    private static final int SPINS = 200;
    private static final VarHandle HEAD;
    private static final VarHandle CLAIMED;
    private static final VarHandle TAIL;
    private static final VarHandle TAKEN;
    private static final VarHandle FIRST;
    /** The head of a queue before its first envelope; the same for all, never linked. */
    private static final Envelope UNUSED = new Envelope();

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            HEAD = lookup.findVarHandle(QueueHead.class, "head", Envelope.class);
            CLAIMED = lookup.findVarHandle(QueueHead.class, "claimed", long.class);
            TAIL = lookup.findVarHandle(MpscQueue.class, "tail", Envelope.class);
            TAKEN = lookup.findVarHandle(MpscQueue.class, "taken", long.class);
            FIRST = lookup.findVarHandle(MpscQueue.class, "first", Envelope.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The envelope consumed last, null before that; its successor is the oldest that waits. Written by the consumer. */
    private @Nullable Envelope tail;
    /** The very first envelope until it is consumed: written by its producer, then by the consumer. */
    private @Nullable Envelope first;
    /** How many envelopes were ever consumed. Written by the consumer. */
    private long taken;

    MpscQueue(int limit) {
        super(UNUSED, limit);
    }

    /** Returns an empty queue of the same kind and limit. */
    MpscQueue another() {
        return new MpscQueue(limit);
    }

    /** Any thread. Returns false if the queue is full. */
    boolean offer(Envelope envelope) {
        if (limit != 0 && !claim()) {
            return false;
        }
        push(envelope);
        return true;
    }

    /** Any thread. Takes the envelope beyond any limit. */
    void offerAlways(Envelope envelope) {
        if (limit != 0) {
            CLAIMED.getAndAdd(this, 1L);
        }
        push(envelope);
    }

    private void push(Envelope envelope) {
        Envelope before = (Envelope) HEAD.getAndSet(this, envelope); // volatile: the first half of the wake-up protocol
        if (before == UNUSED) {
            FIRST.setRelease(this, envelope); // pairs with the acquire in next
        } else {
            before.linkRelease(envelope);
        }
    }

    private boolean claim() {
        long seen = (long) CLAIMED.getVolatile(this);
        while (true) {
            if (seen - (long) TAKEN.getAcquire(this) >= limit) {
                long again = (long) CLAIMED.getVolatile(this);
                if (again == seen) {
                    return false; // the count did not move while it was full
                }
                seen = again;
                continue;
            }
            long found = (long) CLAIMED.compareAndExchange(this, seen, seen + 1);
            if (found == seen) {
                return true;
            }
            seen = found;
        }
    }

    /** Consumer. Returns null if the queue is empty or a producer is between its two steps. */
    @Nullable Envelope poll() {
        Envelope stub = tail;
        Envelope envelope = next(stub);
        if (envelope == null) {
            return null;
        }
        TAIL.setRelease(this, envelope);
        if (stub == null) {
            FIRST.setOpaque(this, (Envelope) null);
        } else {
            stub.unlinkOpaque();
        }
        TAKEN.setRelease(this, taken + 1);
        return envelope;
    }

    /** Consumer, when nothing but this queue counts any more. As {@link #poll}, but waits for a producer that is between its two steps. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on the yield
    final @Nullable Envelope drain() {
        Envelope envelope = poll();
        for (int spins = 0; envelope == null && !isEmpty(); spins++) {
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                Thread.yield(); // the producer may need this processor
            }
            envelope = poll();
        }
        return envelope;
    }

    /** Consumer or an observer. The envelope behind the one consumed last. */
    private @Nullable Envelope next(@Nullable Envelope consumed) {
        return consumed == null ? (Envelope) FIRST.getAcquire(this) : consumed.nextAcquire();
    }

    /** Consumer. Returns what {@link #poll} would take. */
    final @Nullable Envelope peek() {
        return next(tail);
    }

    /** Consumer. Volatile: the second half of the wake-up protocol. */
    boolean isEmpty() {
        return HEAD.getVolatile(this) == last();
    }

    /** Whoever was the consumer when it remembered the {@link #last}. Volatile, as {@link #isEmpty}. */
    boolean isEmptyAt(Envelope rememberedLast) {
        return HEAD.getVolatile(this) == rememberedLast;
    }

    /** Consumer. What the head is if the queue is empty. */
    Envelope last() {
        Envelope consumed = tail;
        return consumed == null ? UNUSED : consumed;
    }

    /** Any thread. Returns the envelope consumed last if its message is still there, for then it is being handled; a hint. */
    @Nullable Envelope handled() {
        Envelope consumed = (Envelope) TAIL.getAcquire(this);
        return consumed == null || consumed.messageOpaque() == null ? null : consumed;
    }

    /** Any thread; a hint. */
    long taken() {
        return (long) TAKEN.getOpaque(this);
    }

    /**
     * Any thread. Counts what waits: exact if nobody moves, else an estimate. Producers keep no count of an unbounded queue, so this walks the
     * links, starting again if the consumer unlinked the place it stood at.
     */
    long depth() {
        return depth(COUNT_LIMIT);
    }

    /** Any thread. The same, but an unbounded queue is walked no further than the given number. */
    long depth(int most) {
        if (limit != 0) {
            return Math.max(0, (long) CLAIMED.getOpaque(this) - (long) TAKEN.getOpaque(this));
        }
        long best = 0;
        for (int i = 0; i < COUNT_TRIES; i++) {
            Envelope at = (Envelope) TAIL.getAcquire(this);
            long count = 0;
            for (Envelope next = next(at); next != null && count < most; next = next.nextAcquire()) {
                at = next;
                count++;
            }
            best = Math.max(best, count);
            if (HEAD.getAcquire(this) == (at == null ? UNUSED : at) || count == most) {
                return count;
            }
        }
        return best;
    }
}
