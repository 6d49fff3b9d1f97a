package io.ergo.engine.mailbox;

import io.ergo.Address;
import io.ergo.MessageExit;
import io.ergo.Pid;

/** An exit signal on its way. */
public final class ExitEnvelope extends Envelope {

    /** Creates an envelope for an exit signal. */
    public ExitEnvelope(Pid from, Address target, MessageExit message) {
        super(from, target, message);
    }

    @Override
    public Kind kind() {
        return Kind.EXIT;
    }

    @Override
    boolean isNeverRefused() {
        return true;
    }
}
