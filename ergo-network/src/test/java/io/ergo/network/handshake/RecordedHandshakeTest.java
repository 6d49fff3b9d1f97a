package io.ergo.network.handshake;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.ergo.network.Cookie;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.spi.Fingerprint;
import io.ergo.network.spi.Handshake;
import io.ergo.network.spi.HandshakeOptions;
import io.ergo.network.spi.HandshakeResult;
import io.ergo.network.spi.HandshakeResult.Established;
import io.ergo.network.spi.HandshakeResult.Introduced;
import io.ergo.network.spi.HandshakeResult.JoinRequested;
import io.ergo.network.spi.HandshakeResult.Joined;
import io.ergo.network.spi.HandshakeResult.MoreNeeded;
import io.ergo.network.spi.HandshakeStep;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Either side of what was recorded between Go nodes is played by ours, with the salts of the recording. */
class RecordedHandshakeTest {

    private static final HandshakeVectors FILE = HandshakeVectors.read();
    private static final Cookie COOKIE = Cookie.of(FILE.text("cookie"));
    private static final IntroduceMessage DIALLER = FILE.message(2, IntroduceMessage.class);
    private static final IntroduceMessage LISTENER = FILE.message(4, IntroduceMessage.class);

    private final Script script = new Script();

    @Test
    void initiator_withRecordedSalt_sendsTheRecordedMessages() {
        script.willDraw(FILE.message(0, HelloMessage.class).salt());
        Handshake initiator = script.handshakes().initiate(options(DIALLER), LISTENER.node(), null);

        assertSends(initiator.start(), 0);
        assertSends(initiator.receive(frame(1)), 2);
        assertThat(initiator.receive(frame(3)).result()).isInstanceOf(MoreNeeded.class);
        HandshakeStep end = initiator.receive(frame(4));
        assertSends(end, 5);

        AcceptMessage offer = FILE.message(3, AcceptMessage.class);
        assertThat(end.result()).isInstanceOfSatisfying(Established.class, established -> {
            assertThat(established.peer().node()).isEqualTo("b@localhost");
            assertThat(established.peer().creation()).isEqualTo(LISTENER.creation());
            assertThat(established.peer().version()).isEqualTo(LISTENER.version());
            assertThat(established.peer().flags()).isEqualTo(LISTENER.flags());
            assertThat(established.peer().maxMessageSize()).isZero();
            assertThat(established.peer().tables().atoms()).isEqualTo(LISTENER.atomCache());
            assertThat(established.peer().tables().types()).isEqualTo(LISTENER.regCache());
            assertThat(established.peer().tables().errors()).isEqualTo(LISTENER.errCache());
            assertThat(established.connectionId()).isEqualTo(offer.id());
            assertThat(established.poolSize()).isEqualTo(3);
            assertThat(established.poolDsn()).isEqualTo(offer.poolDsn());
            assertThat(established.rest().hasRemaining()).isFalse();
        });
    }

    @Test
    void acceptor_withRecordedSaltAndId_sendsTheRecordedMessages() {
        AcceptMessage offer = FILE.message(3, AcceptMessage.class);
        script.willDraw(FILE.message(1, HelloMessage.class).salt(), offer.id());
        Handshake acceptor = script.handshakes().accept(options(LISTENER), offer.poolDsn(), null);

        assertThat(acceptor.start().send().hasRemaining()).isFalse();
        assertSends(acceptor.receive(frame(0)), 1);
        HandshakeStep introduced = acceptor.receive(frame(2));
        assertSends(introduced, 3, 4);
        assertThat(introduced.result()).isInstanceOfSatisfying(Introduced.class, result -> {
            assertThat(result.peer().node()).isEqualTo("a@localhost");
            assertThat(result.connectionId()).isEqualTo(offer.id());
        });
        assertThat(acceptor.resume().result()).isInstanceOf(MoreNeeded.class);

        assertThat(acceptor.receive(frame(5)).result()).isInstanceOfSatisfying(Established.class, established -> {
            assertThat(established.peer().node()).isEqualTo("a@localhost");
            assertThat(established.connectionId()).isEqualTo(offer.id());
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 8})
    void join_withRecordedSalt_sendsTheRecordedMessages(int number) {
        JoinMessage join = FILE.message(number, JoinMessage.class);
        script.willDraw(join.salt());
        Handshake joiner = script.handshakes().join(options(DIALLER), join.connectionId(), null);
        Handshake acceptor = script.handshakes().accept(options(LISTENER), List.of(), null);

        acceptor.start();
        assertSends(joiner.start(), number);
        HandshakeStep answer = acceptor.receive(frame(number));
        assertSends(answer, number + 1);

        assertThat(answer.result()).isEqualTo(new JoinRequested("a@localhost", join.connectionId()));
        assertThat(joiner.receive(frame(number + 1)).result()).isInstanceOf(Joined.class);
    }

    @Test
    void acceptor_onTls_provesItsCertificate() {
        JsonNode tls = FILE.tls();
        script.willDraw(tls.get("hello_node_salt").asString());
        Handshake first = script.handshakes().accept(options(LISTENER), List.of(), certificate());
        Handshake further = script.handshakes().accept(options(LISTENER), List.of(), certificate());

        first.start();
        further.start();
        HandshakeStep hello = first.receive(recorded(tls, "hello_client"));
        HandshakeStep accept = further.receive(recorded(tls, "join_client"));

        assertThat(hello.send()).isEqualTo(recorded(tls, "hello_node"));
        assertThat(accept.send()).isEqualTo(recorded(tls, "join_accept"));
    }

    @Test
    void diallers_onTls_takeTheRecordedProof() {
        JsonNode tls = FILE.tls();
        JoinMessage join = (JoinMessage) HandshakeVectors.message(HandshakeVectors.bytes(tls, "join_client"));
        script.willDraw(tls.get("hello_client_salt").asString(), join.salt());
        HandshakeOptions options = HandshakeOptions.of(join.node(), 1, COOKIE);
        Handshake initiator = script.handshakes().initiate(options, "b@localhost", certificate());
        Handshake joiner = script.handshakes().join(options, join.connectionId(), certificate());

        assertThat(initiator.start().send()).isEqualTo(recorded(tls, "hello_client"));
        assertThat(joiner.start().send()).isEqualTo(recorded(tls, "join_client"));
        assertThat(initiator.receive(recorded(tls, "hello_node")).result()).isInstanceOf(MoreNeeded.class);
        assertThat(joiner.receive(recorded(tls, "join_accept")).result()).isInstanceOf(Joined.class);
    }

    private static Fingerprint certificate() {
        return Fingerprint.ofDer(HandshakeVectors.bytes(FILE.tls(), "certificate_der_hex"));
    }

    private static ByteBuffer recorded(JsonNode node, String member) {
        return ByteBuffer.wrap(HandshakeVectors.bytes(node, member));
    }

    private static ByteBuffer frame(int number) {
        return ByteBuffer.wrap(FILE.frame(number));
    }

    /** Of messages without tables the bytes are the same; tables have no order. */
    private static void assertSends(HandshakeStep step, int... frames) {
        List<HandshakeMessage> sent = HandshakeVectors.messages(step.send());
        assertThat(sent).hasSize(frames.length);
        for (int i = 0; i < frames.length; i++) {
            assertThat(sent.get(i)).isEqualTo(FILE.message(frames[i], HandshakeMessage.class));
        }
        if (frames.length == 1 && !(sent.getFirst() instanceof IntroduceMessage)) {
            assertThat(step.send()).isEqualTo(frame(frames[0]));
        }
        assertThat(step.result()).isNotInstanceOf(HandshakeResult.Failed.class);
    }

    /** Returns the options of a node that introduces itself so. */
    static HandshakeOptions options(IntroduceMessage introduce) {
        return HandshakeOptions.of(introduce.node(), introduce.creation(), COOKIE).withVersion(introduce.version())
                .withFlags(introduce.flags()).withMaxMessageSize(introduce.maxMessageSize())
                .withTables(new EncodeTables(ids(introduce.atomCache()), ids(introduce.regCache()),
                        ids(introduce.errCache()), Map.of()));
    }

    private static <T> Map<T, Integer> ids(@Nullable Map<Integer, T> table) {
        Map<T, Integer> ids = new HashMap<>();
        if (table != null) {
            table.forEach((id, what) -> ids.put(what, id));
        }
        return ids;
    }
}
