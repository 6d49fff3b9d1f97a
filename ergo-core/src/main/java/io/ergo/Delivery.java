package io.ergo;

import org.jspecify.annotations.Nullable;

/**
 * What became of a message. Sending never throws because of the receiver; who needs a certain outcome asks for it with
 * {@link #orThrow()}. {@link Outcome#DELIVERED} means "in the mailbox" (for another node: handed to the link), not "handled". A message
 * that was not delivered is counted as a dead letter.
 *
 * @param outcome what became of it
 * @param to the address it was sent to; null for a delivered message
 */
public record Delivery(Outcome outcome, @Nullable Object to) {

    private static final Delivery DELIVERED = new Delivery(Outcome.DELIVERED, null);

    /** What can become of a message. */
    public enum Outcome {

        /** It is in the mailbox, or handed to the link. */
        DELIVERED(Reason.NORMAL),
        /** There is no such process, name or alias. */
        UNKNOWN(Reason.PROCESS_UNKNOWN),
        /** The process was found but is not alive. */
        TERMINATED(Reason.PROCESS_TERMINATED),
        /** The queue of the receiver is full. */
        FULL(Reason.PROCESS_MAILBOX_FULL),
        /** The address belongs to another incarnation of the node. */
        INCARNATION(Reason.PROCESS_INCARNATION),
        /** No way to the node of the address is known. */
        NO_ROUTE(Reason.NO_ROUTE),
        /** The message exceeds the limit of the receiving node. */
        TOO_LARGE(Reason.TOO_LARGE),
        /** Nobody waits for this response. */
        IGNORED(Reason.RESPONSE_IGNORED),
        /** The own node is stopped. */
        NODE_STOPPED(Reason.NODE_TERMINATED);

        private final Reason reason;

        Outcome(Reason reason) {
            this.reason = reason;
        }

        /** Returns the reason that stands for this outcome in errors. */
        public Reason reason() {
            return reason;
        }
    }

    /** Returns the delivery of a message that arrived. */
    public static Delivery delivered() {
        return DELIVERED;
    }

    /** Returns the delivery of a message that did not arrive. */
    public static Delivery failed(Outcome outcome, Object to) {
        return new Delivery(outcome, to);
    }

    /** Returns whether the message arrived. */
    public boolean isDelivered() {
        return outcome == Outcome.DELIVERED;
    }

    /**
     * Returns this delivery if the message arrived.
     *
     * @throws ErgoException with the reason of the outcome otherwise
     */
    public Delivery orThrow() {
        if (!isDelivered()) {
            throw ErgoException.light(outcome.reason(), "message to " + to);
        }
        return this;
    }
}
