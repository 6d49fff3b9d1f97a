package io.ergo.engine.process;

import io.ergo.Delivery.Outcome;
import io.ergo.Overflow;
import io.ergo.Reason;
import io.ergo.engine.mailbox.Envelope;
import io.ergo.engine.mailbox.QueueKind;
import io.ergo.spi.Dispatcher;

import org.jspecify.annotations.Nullable;

/**
 * Lets a sender wait for room in a full mailbox, where the receiver's policy is {@link Overflow.Await}. On the sender's thread.
 *
 * <p>A process shows for whom it waits before it looks whether that one, directly or through others, waits for it; so of two that block each
 * other at least one sees the other.
 */
final class Patience {

    private static final int LONGEST_CHAIN = 1_000;

    /** A sender's place in the queue for room. */
    private static final class Room extends Blocked {

        private final LocalProcess full;

        Room(LocalProcess full, long deadlineNanos) {
            super(deadlineNanos);
            this.full = full;
        }
    }

    private final Kernel kernel;
    private final Dispatcher dispatcher;

    Patience(Kernel kernel) {
        this.kernel = kernel;
        this.dispatcher = kernel.dispatcher;
    }

    /**
     * Delivers what was refused as {@link Outcome#FULL}, if there is room in time.
     *
     * @param sender the process that the calling thread executes, null if it executes none
     * @param latestNanos when the sender gives up, whatever the policy says
     */
    Outcome deliver(LocalProcess full, Envelope envelope, QueueKind queue, @Nullable LocalProcess sender,
            long latestNanos) {
        if (!(full.overflow instanceof Overflow.Await policy)) {
            return Outcome.FULL;
        }
        long own = dispatcher.nanoTime() + Kernel.saturated(policy.atMost());
        long deadline = latestNanos != Kernel.FOR_EVER && own - latestNanos > 0 ? latestNanos : own;
        while (true) {
            Room room = new Room(full, deadline);
            boolean lookAgain = false;
            full.mailbox.enter(room, queue);
            try {
                Outcome outcome = sender == null ? tryOnce(room, envelope, queue, null)
                        : sender.whileBlocked(room, () -> tryOnce(room, envelope, queue, sender));
                lookAgain = outcome == Outcome.FULL && room.result() != null
                        && Blocked.failure(room.result()) == null;
                if (!lookAgain) {
                    return outcome;
                }
            } finally {
                if (!lookAgain) { // else it was woken, and so taken out of the queue for room
                    full.mailbox.leave(room, queue);
                }
            }
        }
    }

    /** Having entered: offers once more, and waits, unless nothing would come of it. */
    private Outcome tryOnce(Room room, Envelope envelope, QueueKind queue, @Nullable LocalProcess sender) {
        LocalProcess full = room.full;
        Outcome outcome = kernel.offer(full, envelope.target(), envelope, queue, dispatcher.current());
        if (outcome != Outcome.FULL || (sender != null && isHopeless(sender, full))) {
            return outcome;
        }
        if (sender == null) {
            dispatcher.await(room, dispatcher.current());
        } else {
            sender.await(room);
        }
        return Reason.PROCESS_TERMINATED.equals(Blocked.failure(room.result())) ? Outcome.TERMINATED : Outcome.FULL;
    }

    /** Whether the receiver cannot make room before the sender's callback returns. */
    private static boolean isHopeless(LocalProcess sender, LocalProcess full) {
        LocalProcess next = full;
        for (int i = 0; i < LONGEST_CHAIN && next != null; i++) {
            if (next == sender || sender.isAwaitedBy(next)) {
                return true;
            }
            next = next.blockedIn() instanceof Room room ? room.full : null;
        }
        return false;
    }
}
