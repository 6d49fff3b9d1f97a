package io.ergo.network.handshake;

import io.ergo.network.Printable;
import io.ergo.network.edf.EdfType;
import io.ergo.network.framework.WireNames;

/**
 * What a busy node of release 3.3.0 may answer instead of the message that is due. Not sent by this implementation: older nodes do not know it.
 *
 * @param reason why
 */
@EdfType(WireNames.HANDSHAKE + "MessageReject")
public record RejectMessage(String reason) implements HandshakeMessage {

    /** Tells the reason as it may go into a log. */
    @Override
    public String toString() {
        return label() + ": " + Printable.of(reason);
    }
}
