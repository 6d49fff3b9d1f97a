package io.ergo.network.handshake;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.ergo.network.Cookie;
import io.ergo.network.spi.Fingerprint;
import io.ergo.network.spi.HandshakeOptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class DigestsTest {

    private static final HandshakeVectors FILE = HandshakeVectors.read();
    private static final HandshakeOptions ACCEPTOR = HandshakeOptions.of("b@h", 1, Cookie.of(FILE.text("cookie")));
    private static final Digests DIGESTS = new Digests(Cookie.of(FILE.text("cookie")));

    @TestFactory
    Stream<DynamicTest> derivation_computed_isTheRecordedOne() {
        Map<String, String> computed = computed();
        return StreamSupport.stream(FILE.derivations().spliterator(), false)
                .map(each -> DynamicTest.dynamicTest(each.get("name").asString(),
                        () -> assertThat(computed.get(each.get("name").asString()))
                                .isEqualTo(each.get("value").asString())));
    }

    private static Map<String, String> computed() {
        HelloMessage dialled = FILE.message(0, HelloMessage.class);
        HelloMessage answer = FILE.message(1, HelloMessage.class);
        JoinMessage first = FILE.message(6, JoinMessage.class);
        JoinMessage second = FILE.message(8, JoinMessage.class);
        return Map.of("Hello.Digest (initiator)", DIGESTS.hello(dialled.salt()),
                "Hello.Digest (acceptor)", DIGESTS.helloAnswer(answer.salt(), dialled.digest()),
                "Introduce.Digest (initiator)", DIGESTS.introduce(answer.salt()),
                "Accept.Digest (start handshake, b->a)", AcceptMessage.offer("id", 3, List.of()).digest(),
                "Introduce.Digest (acceptor)", Introductions.of(ACCEPTOR, "").digest(),
                "Accept.Digest (start handshake, a->b)", AcceptMessage.last().digest(),
                "Join.Digest (link 1)", DIGESTS.join(first.connectionId(), first.salt()),
                "Accept.Digest (link 1)", DIGESTS.joinAnswer(first.digest()),
                "Join.Digest (link 2)", DIGESTS.join(second.connectionId(), second.salt()),
                "Accept.Digest (link 2)", DIGESTS.joinAnswer(second.digest()));
    }

    @Test
    void digests_onTls_areTheRecordedOnes() {
        JsonNode tls = FILE.tls();
        Fingerprint certificate = Fingerprint.ofDer(HandshakeVectors.bytes(tls, "certificate_der_hex"));

        assertThat(certificate).hasToString(tls.get("certificate_sha1_hex").asString());
        assertThat(DIGESTS.hello(tls.get("hello_client_salt").asString()))
                .isEqualTo(tls.get("hello_client_digest").asString());
        assertThat(DIGESTS.helloCertificate(tls.get("hello_node_salt").asString(),
                tls.get("hello_client_salt").asString(), certificate))
                .isEqualTo(tls.get("hello_node_digest_cert").asString());
        assertThat(DIGESTS.joinCertificate(tls.get("join_digest").asString(),
                ((JoinMessage) HandshakeVectors.message(HandshakeVectors.bytes(tls, "join_client"))).salt(),
                certificate)).isEqualTo(tls.get("join_accept_digest_cert").asString());
    }

    @Test
    void digests_compared_areTheSameOnlyIfEqual() {
        assertThat(Digests.same("abc", "abc")).isTrue();
        assertThat(Digests.same("abc", "abd")).isFalse();
        assertThat(Digests.same("abc", "")).isFalse();
    }

    @Test
    void cookie_printed_isNotTold() {
        assertThat(Cookie.of("open sesame").toString()).doesNotContain("sesame");
    }
}
