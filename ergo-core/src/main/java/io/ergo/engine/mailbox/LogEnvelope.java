package io.ergo.engine.mailbox;

import io.ergo.Address;
import io.ergo.MessageLog;
import io.ergo.Pid;

/** A log record on its way to a process that is a logger. */
public final class LogEnvelope extends Envelope {

    /** Creates an envelope for a record. */
    public LogEnvelope(Pid from, Address target, MessageLog record) {
        super(from, target, record);
    }

    @Override
    public Kind kind() {
        return Kind.LOG;
    }
}
