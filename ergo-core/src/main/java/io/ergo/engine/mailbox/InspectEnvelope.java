package io.ergo.engine.mailbox;

import java.util.List;

import io.ergo.Address;
import io.ergo.Pid;
import io.ergo.Ref;

/** The question what a process shows, on its way; answered like a request. */
public final class InspectEnvelope extends RequestEnvelope {

    /** Creates an envelope for the items asked for. */
    public InspectEnvelope(Pid from, Address target, List<String> items, Ref ref) {
        super(from, target, items, ref);
    }

    @Override
    public Kind kind() {
        return Kind.INSPECT;
    }
}
