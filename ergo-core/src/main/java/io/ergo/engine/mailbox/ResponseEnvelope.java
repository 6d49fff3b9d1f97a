package io.ergo.engine.mailbox;

import io.ergo.Pid;
import io.ergo.Ref;
import io.ergo.Response;

/** The response to a request whose requester does not wait, on its way. */
public final class ResponseEnvelope extends Envelope {

    private final Ref ref;

    /** Creates an envelope for a response. */
    public ResponseEnvelope(Pid from, Pid requester, Response response, Ref ref) {
        super(from, requester, response);
        this.ref = ref;
    }

    @Override
    public Kind kind() {
        return Kind.RESPONSE;
    }

    @Override
    public Ref ref() {
        return ref;
    }

    @Override
    boolean isNeverRefused() {
        return true;
    }
}
