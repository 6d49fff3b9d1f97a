package io.ergo.network.handshake;

import io.ergo.network.edf.EdfType;
import io.ergo.network.framework.WireNames;

/**
 * The first message of either side of a new connection.
 *
 * @param salt random, 64 hexadecimal characters
 * @param digest proves that the sender knows the cookie, or has heard somebody who does
 * @param digestCert proves that the certificate of this TLS session is the sender's; empty without TLS and from the dialling side
 */
@EdfType(WireNames.HANDSHAKE + "MessageHello")
public record HelloMessage(String salt, String digest, String digestCert) implements HandshakeMessage {

    /** Tells no salt and no digest. */
    @Override
    public String toString() {
        return label();
    }
}
