package io.ergo.engine.mailbox;

import io.ergo.Address;
import io.ergo.Pid;

/**
 * A message that a full mailbox does not refuse, since nobody could send it again: the notice of a monitor, or a reminder that a behaviour
 * set for itself. There are never more of them than monitors and reminders.
 */
public final class NoticeEnvelope extends Envelope {

    /** Creates an envelope for a notice. */
    public NoticeEnvelope(Pid from, Address target, Object message) {
        super(from, target, message);
    }

    @Override
    boolean isNeverRefused() {
        return true;
    }
}
