package io.ergo.engine.mailbox;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;

import io.ergo.MailboxDepth;
import io.ergo.Overflow;
import io.ergo.spi.Waiter;
import org.jspecify.annotations.Nullable;

/**
 * The four queues of a process, handled in the order urgent, system, main, log, decided anew for each message. The three rare ones are made
 * when first used. Senders offer and then look at the {@link StateWord}; the owner polls.
 */
public final class Mailbox {

    private static final VarHandle RARE_QUEUES;

    static {
        try {
            RARE_QUEUES = MethodHandles.lookup().findVarHandle(Mailbox.class, "rareQueues", RareQueues.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private record RareQueues(MpscQueue urgent, MpscQueue system, MpscQueue log) {

        RareQueues(MpscQueue like) {
            this(like.another(), like.another(), like.another());
        }

        MpscQueue of(QueueKind kind) {
            return switch (kind) {
                case URGENT -> urgent;
                case SYSTEM -> system;
                case LOG -> log;
                case MAIN -> throw new IllegalArgumentException("the main queue is not a rare one");
            };
        }

        boolean overtakes() {
            return !urgent.isEmpty() || !system.isEmpty();
        }
    }

    private final MpscQueue main;
    private @Nullable RareQueues rareQueues;

    /** Creates an empty mailbox that refuses what is beyond its limit, 0 for none. */
    public Mailbox(int limit) {
        this(limit, Overflow.reject());
    }

    /**
     * Creates an empty mailbox.
     *
     * @param limit how many envelopes each queue takes, 0 for any number
     * @param overflow what the queues must be able to do when they are full
     */
    public Mailbox(int limit, Overflow overflow) {
        main = limit == 0 ? new MpscQueue(0) : switch (overflow) {
            case Overflow.Reject() -> new MpscQueue(limit);
            case Overflow.Fallback _ -> new MpscQueue(limit);
            case Overflow.DropOldest() -> new LossyQueue(limit);
            case Overflow.Await _ -> new PatientQueue(limit);
        };
    }

    /** Returns the limit of each queue, 0 for none. */
    public int limit() {
        return main.limit;
    }

    /**
     * Any thread. Returns false if the queue is full. Exit signals and the notices of monitors are never refused: a lost one would leave its
     * receiver waiting for ever. They do not come into the main queue.
     */
    public boolean offer(Envelope envelope, QueueKind kind, StateWord state) {
        if (kind == QueueKind.MAIN) {
            return main.offer(envelope);
        }
        MpscQueue queue = rare().of(kind);
        if (envelope.isNeverRefused()) {
            queue.offerAlways(envelope);
        } else if (!queue.offer(envelope)) {
            return false;
        }
        raise(kind, state);
        return true;
    }

    private static void raise(QueueKind kind, StateWord state) {
        if (kind != QueueKind.MAIN) {
            state.raise(kind == QueueKind.LOG ? StateWord.LOGS : StateWord.RARE); // after the offer, see StateWord
        }
    }

    /**
     * Any thread; a mailbox that drops. Puts the envelope in, in the place of the oldest if the queue is full.
     *
     * @return what was dropped, null if nothing was; the envelope itself if what must not be lost takes the place
     */
    public @Nullable Envelope offerDropping(Envelope envelope, QueueKind kind, StateWord state) {
        Envelope dropped = ((LossyQueue) queue(kind)).offerDropping(envelope);
        if (dropped != envelope) {
            raise(kind, state);
        }
        return dropped;
    }

    /** Any thread; a mailbox whose senders wait. The waiter is completed when there may be room; offer once more before waiting. */
    public void enter(Waiter waiter, QueueKind kind) {
        ((PatientQueue) queue(kind)).enter(waiter);
    }

    /** The sender that entered, unless it was woken and offers again. */
    public void leave(Waiter waiter, QueueKind kind) {
        ((PatientQueue) queue(kind)).leave(waiter);
    }

    /** Any thread, after the state says that nothing is handled any more. Wakes all senders that wait for room. */
    public void wakeSenders() {
        if (main instanceof PatientQueue patient) {
            patient.wakeAll();
            RareQueues rare = (RareQueues) RARE_QUEUES.getVolatile(this);
            if (rare != null) {
                ((PatientQueue) rare.urgent).wakeAll();
                ((PatientQueue) rare.system).wakeAll();
                ((PatientQueue) rare.log).wakeAll();
            }
        }
    }

    private MpscQueue queue(QueueKind kind) {
        return kind == QueueKind.MAIN ? main : rare().of(kind);
    }

    private RareQueues rare() {
        RareQueues present = (RareQueues) RARE_QUEUES.getAcquire(this);
        if (present == null) {
            RARE_QUEUES.compareAndSet(this, null, new RareQueues(main));
            present = (RareQueues) RARE_QUEUES.getAcquire(this);
        }
        return Objects.requireNonNull(present);
    }

    /** Owner. The next envelope while no flag is up; null if there is none, or none is linked yet. */
    public @Nullable Envelope pollMain() {
        return main.poll();
    }

    /** Owner. The next envelope while a flag is up; lowers flags of empty queues. Null means: look at the state again. */
    public @Nullable Envelope pollAny(StateWord state, int seen) {
        RareQueues rare = rare();
        if ((seen & StateWord.RARE) != 0) {
            Envelope envelope = first(rare.urgent, rare.system);
            if (envelope != null) {
                return envelope;
            }
            state.lower(StateWord.RARE);
            if (rare.overtakes()) {
                state.raise(StateWord.RARE);
                return null;
            }
        }
        Envelope envelope = main.poll();
        if (envelope != null || (seen & StateWord.LOGS) == 0 || !main.isEmpty()) {
            return envelope;
        }
        envelope = rare.log.poll();
        if (envelope == null) {
            state.lower(StateWord.LOGS);
            if (!rare.log.isEmpty()) {
                state.raise(StateWord.LOGS);
            }
        }
        return envelope;
    }

    private static @Nullable Envelope first(MpscQueue urgent, MpscQueue system) {
        Envelope envelope = urgent.poll();
        return envelope != null ? envelope : system.poll();
    }

    /**
     * Owner of an ended process. Takes what is left in any queue, null if nothing is: a sender whose envelope comes later sees that the process has
     * ended.
     */
    public @Nullable Envelope drain() {
        Envelope envelope = main.drain();
        RareQueues rare = (RareQueues) RARE_QUEUES.getVolatile(this);
        if (envelope != null || rare == null) {
            return envelope;
        }
        envelope = rare.urgent.drain();
        envelope = envelope != null ? envelope : rare.system.drain();
        return envelope != null ? envelope : rare.log.drain();
    }

    /** Owner. Whether the main queue is empty; the flags of the state word tell of the others. */
    public boolean isMainEmpty() {
        return main.isEmpty();
    }

    /** Owner, before it gives up ownership. */
    public Object mark() {
        return main.last();
    }

    /** The former owner. Whether nothing came into the main queue since the mark. */
    public boolean isMainEmptySince(Object mark) {
        return main.isEmptyAt((Envelope) mark);
    }

    /**
     * Any thread. Returns the envelope that the owner handles now, null if it handles none. The owner does nothing for it: the envelope taken last
     * stands at the tail of its queue and is cleared after it was handled. A hint, since both go on meanwhile.
     */
    public @Nullable Envelope handled() {
        Envelope envelope = main.handled();
        RareQueues rare = (RareQueues) RARE_QUEUES.getAcquire(this);
        if (envelope != null || rare == null) {
            return envelope;
        }
        envelope = rare.urgent.handled();
        envelope = envelope != null ? envelope : rare.system.handled();
        return envelope != null ? envelope : rare.log.handled();
    }

    /** Any thread. How many envelopes the owner has taken; what was dropped is not among them. */
    public long taken() {
        RareQueues rare = (RareQueues) RARE_QUEUES.getAcquire(this);
        return main.taken() + (rare == null ? 0 : rare.urgent.taken() + rare.system.taken() + rare.log.taken());
    }

    /** Any thread. How many envelopes wait in the main queue, counted no further than the given number. */
    public long waiting(int most) {
        return main.depth(most);
    }

    /** Any thread. How many envelopes wait; not for hot paths. */
    public MailboxDepth depth() {
        RareQueues rare = (RareQueues) RARE_QUEUES.getAcquire(this);
        return rare == null
                ? new MailboxDepth(main.depth(), 0, 0, 0)
                : new MailboxDepth(main.depth(), rare.system.depth(), rare.urgent.depth(), rare.log.depth());
    }

    /** Any thread. The same, each queue counted no further than the given number. */
    public MailboxDepth depth(int most) {
        RareQueues rare = (RareQueues) RARE_QUEUES.getAcquire(this);
        return rare == null
                ? new MailboxDepth(main.depth(most), 0, 0, 0)
                : new MailboxDepth(main.depth(most), rare.system.depth(most), rare.urgent.depth(most),
                        rare.log.depth(most));
    }
}
