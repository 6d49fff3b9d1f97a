package io.ergo.network.handshake;

import io.ergo.network.Printable;
import io.ergo.network.spi.HandshakeCheck;
import io.ergo.network.spi.HandshakeException;

/** What all sides check alike: that a message is the one that is due, and its proofs. */
final class Checks {

    private Checks() {}

    /** Returns the message if it is the one that is due. */
    static <T extends HandshakeMessage> T expect(Class<T> type, HandshakeMessage message) {
        if (!type.isInstance(message)) {
            throw unexpected(message);
        }
        return type.cast(message);
    }

    static HandshakeException unexpected(HandshakeMessage message) {
        return message instanceof RejectMessage reject
                ? new HandshakeException(HandshakeCheck.REJECTED, "the peer rejects: " + Printable.of(reject.reason()))
                : new HandshakeException(HandshakeCheck.ORDER, "the peer sent " + message.label());
    }

    static void checkDigest(String expected, String found) {
        if (!Digests.same(expected, found)) {
            throw new HandshakeException(HandshakeCheck.DIGEST, "the digest is wrong; the peer has another cookie");
        }
    }

    static void checkCertificate(String expected, String found) {
        if (!Digests.same(expected, found)) {
            throw new HandshakeException(HandshakeCheck.CERTIFICATE, "the digest of the certificate is "
                    + (found.isEmpty() ? "missing" : "wrong")
                    + "; something between the nodes ends the TLS session, or the peer has another cookie");
        }
    }
}
