package io.ergo.network.handshake;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.ergo.network.spi.Handshake;
import io.ergo.network.spi.HandshakeOptions;
import io.ergo.network.spi.HandshakeResult;
import io.ergo.network.spi.HandshakeStep;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What a Go node did with bad and silent clients, ours does too: the same messages, and the link closed at the same point. */
class RecordedFailuresTest {

    private static final HandshakeVectors FILE = HandshakeVectors.read();
    private static final int SILENCE_MILLIS = 1000;

    @TestFactory
    Stream<DynamicTest> badClient_isTreatedAsByGoNodes() {
        return StreamSupport.stream(FILE.failures().spliterator(), false)
                .map(each -> DynamicTest.dynamicTest(each.get("name").asString(), () -> new Replay(each).run()));
    }

    /** One recorded failure, played against an acceptor that draws what the recorded node drew. */
    private static final class Replay {

        private final JsonNode events;
        private final Script script = new Script();
        private final Handshake acceptor;
        private final List<HandshakeMessage> sent = new ArrayList<>();
        private HandshakeResult result;

        Replay(JsonNode failure) {
            events = failure.get("events");
            HandshakeOptions options = RecordedHandshakeTest.options(FILE.message(4, IntroduceMessage.class));
            List<String> poolDsn = List.of();
            for (HandshakeMessage message : recorded()) {
                switch (message) {
                    case HelloMessage hello -> script.willDraw(hello.salt());
                    case AcceptMessage accept -> {
                        script.willDraw(accept.id());
                        poolDsn = accept.poolDsn() == null ? List.of() : accept.poolDsn();
                    }
                    case IntroduceMessage introduce -> options = RecordedHandshakeTest.options(introduce);
                    case JoinMessage _,RejectMessage _ -> throw new AssertionError("not sent by acceptors");
                }
            }
            acceptor = script.handshakes().accept(options, poolDsn, null);
            result = acceptor.start().result();
        }

        private List<HandshakeMessage> recorded() {
            return StreamSupport.stream(events.spliterator(), false).filter(event -> event.has("node_sends"))
                    .flatMap(event -> HandshakeVectors
                            .messages(ByteBuffer.wrap(HandshakeVectors.bytes(event, "node_sends"))).stream())
                    .toList();
        }

        void run() {
            for (JsonNode event : events) {
                if (event.has("client_sends")) {
                    take(acceptor.receive(ByteBuffer.wrap(HandshakeVectors.bytes(event, "client_sends"))));
                } else if (event.has("connection") && event.get("seconds_since_last_send").asString().equals("1.0")) {
                    assertThat(result.isFinal()).isFalse();
                    script.pass(SILENCE_MILLIS);
                    take(acceptor.expire());
                }
            }
            assertThat(sent).isEqualTo(recorded());
            // whoever drives it knows no connection to join, and closes
            assertThat(result).isInstanceOfAny(HandshakeResult.Failed.class, HandshakeResult.JoinRequested.class);
        }

        private void take(HandshakeStep step) {
            sent.addAll(HandshakeVectors.messages(step.send()));
            result = step.result() instanceof HandshakeResult.Introduced ? acceptor.resume().result() : step.result();
        }
    }
}
