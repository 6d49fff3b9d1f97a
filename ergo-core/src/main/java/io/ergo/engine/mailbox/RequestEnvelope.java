package io.ergo.engine.mailbox;

import io.ergo.Address;
import io.ergo.Pid;
import io.ergo.Ref;

/** A request on its way. */
public sealed class RequestEnvelope extends Envelope permits InspectEnvelope {

    private final Pid requester;
    private final Ref ref;

    /** Creates an envelope for a request. */
    public RequestEnvelope(Pid from, Address target, Object message, Ref ref) {
        super(from, target, message);
        this.requester = from;
        this.ref = ref;
    }

    @Override
    public Kind kind() {
        return Kind.REQUEST;
    }

    @Override
    public final Ref ref() {
        return ref;
    }

    /** Returns who waits for the response; unlike {@link #from()} still known after the request was handled. */
    public final Pid requester() {
        return requester;
    }
}
