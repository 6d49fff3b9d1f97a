package io.ergo.network.handshake;

import io.ergo.network.spi.Fingerprint;
import io.ergo.network.spi.HandshakeOptions;
import io.ergo.network.spi.HandshakeResult;
import org.jspecify.annotations.Nullable;

/** The dialling side of one more link: it sends a Join and is done with the Accept that answers it. */
final class Joiner extends Machine {

    private final @Nullable Fingerprint certificate;
    private final JoinMessage join;

    Joiner(HandshakeContext context, HandshakeOptions options, String connectionId, @Nullable Fingerprint certificate) {
        super(context, options);
        this.certificate = certificate;
        String salt = context.salt();
        this.join = new JoinMessage(options.node(), connectionId, salt, digests.join(connectionId, salt));
        context.requireSendable("this id of a connection", join);
    }

    @Override
    void begin() {
        send(join);
    }

    @Override
    Awaited awaited() {
        return Awaited.ACCEPT;
    }

    @Override
    HandshakeResult on(HandshakeMessage message) {
        AcceptMessage accept = Checks.expect(AcceptMessage.class, message);
        Checks.checkDigest(digests.joinAnswer(join.digest()), accept.digest());
        if (certificate != null && options.certificateCheck()) {
            Checks.checkCertificate(digests.joinCertificate(join.digest(), join.salt(), certificate),
                    accept.digestCert());
        }
        return new HandshakeResult.Joined(rest());
    }
}
