package io.ergo.engine.process;

import io.ergo.Delivery.Outcome;
import io.ergo.MessageFallback;
import io.ergo.Overflow;
import io.ergo.engine.mailbox.Envelope;
import io.ergo.engine.mailbox.QueueKind;
import io.ergo.engine.mailbox.RequestEnvelope;
import io.ergo.spi.Dispatcher.Carrier;
import io.ergo.spi.Entry.Kind;

import org.jspecify.annotations.Nullable;

/** Decides what becomes of a message that found no room, by the {@link Overflow} policy of the receiver. Any thread. */
final class Overflowing {

    private final Kernel kernel;

    Overflowing(Kernel kernel) {
        this.kernel = kernel;
    }

    Outcome decide(LocalProcess full, Envelope envelope, QueueKind queue, @Nullable Carrier by) {
        if (queue == QueueKind.LOG) {
            return Outcome.FULL; // whoever logs neither waits nor is diverted
        }
        return switch (full.overflow) {
            case Overflow.Reject() -> Outcome.FULL;
            case Overflow.DropOldest() -> dropOldest(full, envelope, queue, by);
            case Overflow.Fallback fallback -> divert(full, fallback, envelope, queue, by);
            case Overflow.Await _ -> Outcome.FULL; // whoever can wait does so in Patience
        };
    }

    private Outcome dropOldest(LocalProcess full, Envelope envelope, QueueKind queue, @Nullable Carrier by) {
        Envelope dropped = full.mailbox.offerDropping(envelope, queue, full);
        if (dropped == envelope) {
            return Outcome.FULL;
        }
        full.wake(envelope, by);
        if (dropped != null) {
            lose(dropped);
        }
        return Outcome.DELIVERED;
    }

    private void lose(Envelope dropped) {
        kernel.deadLetters.add(Outcome.FULL, dropped.message(), dropped.from(), dropped.target());
        if (dropped instanceof RequestEnvelope request) {
            kernel.answerFailed(request, Outcome.FULL.reason());
        }
        dropped.clear();
    }

    /** One hop: what was diverted once is refused, so two full processes that name each other do not play ball with it. */
    private Outcome divert(LocalProcess full, Overflow.Fallback fallback, Envelope envelope, QueueKind queue,
            @Nullable Carrier by) {
        boolean divertible = envelope.kind() == Kind.MESSAGE && !(envelope.message() instanceof MessageFallback)
                && !fallback.process().equals(full.name);
        LocalProcess standIn = divertible ? kernel.registry.owner(fallback.process()) : null;
        if (!divertible) {
            return Outcome.FULL;
        }
        if (standIn == null) {
            return Outcome.UNKNOWN;
        }
        MessageFallback wrapped = new MessageFallback(full.pid, fallback.tag(), envelope.target(), envelope.message());
        return standIn.deliver(new Envelope(envelope.from(), standIn.pid, wrapped), queue, by);
    }
}
