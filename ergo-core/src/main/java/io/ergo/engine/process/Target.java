package io.ergo.engine.process;

import io.ergo.Delivery.Outcome;
import io.ergo.engine.mailbox.Envelope;
import io.ergo.engine.mailbox.QueueKind;
import io.ergo.spi.Dispatcher.Carrier;

import org.jspecify.annotations.Nullable;

/** What an address resolves to. {@link #deliver} is the one way in for everything that travels as an envelope. */
sealed interface Target permits LocalProcess, Target.Nowhere {

    /**
     * Any thread.
     *
     * @param by the carrier of the sender, null on a foreign thread
     */
    Outcome deliver(Envelope envelope, QueueKind queue, @Nullable Carrier by);

    /** An address that leads nowhere. */
    enum Nowhere implements Target {

        UNKNOWN(Outcome.UNKNOWN),
        INCARNATION(Outcome.INCARNATION),
        NO_ROUTE(Outcome.NO_ROUTE);

        private final Outcome outcome;

        Nowhere(Outcome outcome) {
            this.outcome = outcome;
        }

        Outcome outcome() {
            return outcome;
        }

        @Override
        public Outcome deliver(Envelope envelope, QueueKind queue, @Nullable Carrier by) {
            return outcome;
        }
    }
}
