package io.ergo.engine.mailbox;

import io.ergo.Address;
import io.ergo.MessageDown;
import io.ergo.Pid;

/** The notice of a monitor on its way. */
public final class DownEnvelope extends Envelope {

    /** Creates an envelope for a notice. */
    public DownEnvelope(Pid from, Address target, MessageDown message) {
        super(from, target, message);
    }
}
