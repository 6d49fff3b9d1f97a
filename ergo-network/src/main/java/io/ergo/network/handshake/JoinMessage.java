package io.ergo.network.handshake;

import io.ergo.network.Printable;
import io.ergo.network.edf.EdfField;
import io.ergo.network.edf.EdfType;
import io.ergo.network.framework.WireNames;

/**
 * The one message with which a link joins a connection.
 *
 * @param node name of the dialling node
 * @param connectionId of the connection
 * @param salt random, 64 hexadecimal characters
 * @param digest proves that the sender knows the cookie
 */
@EdfType(WireNames.HANDSHAKE + "MessageJoin")
public record JoinMessage(@EdfField("atom") String node, String connectionId, String salt, String digest)
        implements
            HandshakeMessage {

    /** Tells no salt and no digest. */
    @Override
    public String toString() {
        return label() + " of " + Printable.of(node);
    }
}
