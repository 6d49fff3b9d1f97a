package io.ergo.engine.process;

import io.ergo.Delivery.Outcome;
import io.ergo.Pid;
import io.ergo.engine.mailbox.Envelope;
import io.ergo.engine.mailbox.QueueKind;
import io.ergo.spi.Dispatcher.Carrier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Records of the node's own steps, for those who look for a fault in the runtime. There are none unless the system property
 * {@code ergo.trace} is true when the node starts; then the level of the node decides, it must be trace. Any thread.
 */
final class Trace {

    /** Whether there are records at all. */
    final boolean on;

    private final Logger log;

    Trace(Logger log) {
        this.log = log;
        this.on = Boolean.getBoolean("ergo.trace");
    }

    void step(String what, @Nullable Object... parts) {
        if (on) {
            log.trace(what, parts);
        }
    }

    /** Delivers; the envelope may be handled, and empty, before that returns. */
    Outcome delivery(Target target, Object to, Envelope envelope, QueueKind queue, @Nullable Carrier by) {
        Pid from = envelope.from();
        Outcome outcome = target.deliver(envelope, queue, by);
        log.trace("{} {} → {} in the {} queue: {}", envelope.kind(), from, to, queue, outcome);
        return outcome;
    }
}
