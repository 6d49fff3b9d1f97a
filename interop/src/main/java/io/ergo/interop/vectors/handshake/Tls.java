package io.ergo.interop.vectors.handshake;

import java.util.List;

import io.ergo.interop.vectors.check.Cases;
import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.interop.vectors.check.Section;
import io.ergo.network.handshake.AcceptMessage;
import io.ergo.network.handshake.HandshakeMessage;
import io.ergo.network.handshake.HelloMessage;
import io.ergo.network.handshake.JoinMessage;
import io.ergo.network.spi.Fingerprint;
import tools.jackson.databind.JsonNode;

/**
 * {@code tls}: the digests that bind a handshake to the certificate of its TLS session. The listening side has to send what was recorded, and the
 * dialling side to accept it.
 *
 * @param root the file
 */
public record Tls(Entry root) implements Section {

    @Override
    public void run(JsonNode section, Cases cases) {
        Entry tls = new Entry(section).only("cookie", "certificate_der_hex", "certificate_sha1_hex", "hello_client",
                "hello_client_digest", "hello_client_salt", "hello_node", "hello_node_digest", "hello_node_digest_cert",
                "hello_node_salt", "join_accept", "join_accept_digest", "join_accept_digest_cert", "join_client",
                "join_digest");
        cases.check("certificate", () -> Mismatch.requireEqual("the SHA-1 of the certificate",
                tls.text("certificate_sha1_hex"), certificate(tls).toString()));
        cases.check("hello", () -> hello(tls));
        cases.check("join", () -> join(tls));
    }

    /** Returns the fingerprint of the certificate of the listening side. */
    static Fingerprint certificate(Entry tls) {
        return Fingerprint.ofDer(tls.hex("certificate_der_hex"));
    }

    private void hello(Entry tls) {
        HelloMessage asked = message(tls, "hello_client", HelloMessage.class);
        HelloMessage answered = message(tls, "hello_node", HelloMessage.class);
        Mismatch.requireEqual("the Hello of the client",
                new HelloMessage(tls.text("hello_client_salt"), tls.text("hello_client_digest"), ""), asked);
        Mismatch.requireEqual("the Hello of the node", new HelloMessage(tls.text("hello_node_salt"),
                tls.text("hello_node_digest"), tls.text("hello_node_digest_cert")), answered);
        listens(tls, "hello_client", "hello_node", answered);
        RecordedNode client = new RecordedNode(root.text("initiator"), tls.text("cookie"), List.of(asked));
        Replay dials = new Replay(client,
                factory -> factory.initiate(client.options(), root.text("acceptor"), certificate(tls)));
        dials.recordedAnswer(tls.hex("hello_client"));
        dials.receives(tls.hex("hello_node"));
        dials.requireNotFailed();
    }

    private void join(Entry tls) {
        JoinMessage asked = message(tls, "join_client", JoinMessage.class);
        AcceptMessage answered = message(tls, "join_accept", AcceptMessage.class);
        Mismatch.requireEqual("the digest of the Join", tls.text("join_digest"), asked.digest());
        Mismatch.requireEqual("the digests of the Accept",
                List.of(tls.text("join_accept_digest"), tls.text("join_accept_digest_cert")),
                List.of(answered.digest(), answered.digestCert()));
        listens(tls, "join_client", "join_accept", answered);
        RecordedNode client = new RecordedNode(asked.node(), tls.text("cookie"), List.of(asked));
        Replay dials = new Replay(client,
                factory -> factory.join(client.options(), asked.connectionId(), certificate(tls)));
        dials.recordedAnswer(tls.hex("join_client"));
        dials.receives(tls.hex("join_accept"));
        dials.requireDone();
    }

    private void listens(Entry tls, String asked, String answered, HandshakeMessage answer) {
        RecordedNode node = new RecordedNode(root.text("acceptor"), tls.text("cookie"), List.of(answer));
        Replay listens = new Replay(node,
                factory -> factory.accept(node.options(), node.poolDsn(), certificate(tls)));
        listens.receives(tls.hex(asked));
        listens.recordedAnswer(tls.hex(answered));
        listens.requireAnswers();
    }

    private static <T extends HandshakeMessage> T message(Entry tls, String member, Class<T> type) {
        HandshakeMessage message = Messages.single(tls.hex(member));
        if (!type.isInstance(message)) {
            throw new Mismatch(member + " must be a " + type.getSimpleName() + " but is " + message.label());
        }
        return type.cast(message);
    }
}
