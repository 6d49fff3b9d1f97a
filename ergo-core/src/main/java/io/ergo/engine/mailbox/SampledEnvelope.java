package io.ergo.engine.mailbox;

import io.ergo.Address;
import io.ergo.Pid;

/** A message whose times are measured. */
public final class SampledEnvelope extends Envelope {

    private final long sentNanos;

    /** Creates an envelope that remembers when it was sent. */
    public SampledEnvelope(Pid from, Address target, Object message, long sentNanos) {
        super(from, target, message);
        this.sentNanos = sentNanos;
    }

    /** Returns when it was sent, on the dispatcher's scale. */
    public long sentNanos() {
        return sentNanos;
    }
}
