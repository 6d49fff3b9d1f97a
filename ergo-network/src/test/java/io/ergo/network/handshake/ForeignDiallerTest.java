package io.ergo.network.handshake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import io.ergo.Reason;
import io.ergo.Version;
import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.framework.NetworkFlags;
import io.ergo.network.spi.HandshakeCheck;
import io.ergo.network.spi.HandshakeOptions;
import io.ergo.network.spi.HandshakeResult.Established;
import io.ergo.network.spi.HandshakeResult.Introduced;
import io.ergo.network.spi.HandshakeResult.JoinRequested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.ergo.network.handshake.Parties.B;
import static io.ergo.network.handshake.Parties.CODEC;
import static io.ergo.network.handshake.Parties.DIGESTS;
import static io.ergo.network.handshake.Parties.DSN;
import static io.ergo.network.handshake.Parties.assertFailed;
import static io.ergo.network.handshake.Parties.concat;
import static io.ergo.network.handshake.Parties.hello;
import static io.ergo.network.handshake.Parties.introduce;
import static io.ergo.network.handshake.Parties.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Our listening side against what no dialling side of ours says. */
class ForeignDiallerTest {

    private static final long SEED = 20_261_127L;

    private final ErgoHandshakes handshakes = new ErgoHandshakes(new Random(SEED), new Script());

    @Test
    void bytes_behindHelloOrJoin_areThrownAway() {
        byte[] rubbish = "rubbish".getBytes(StandardCharsets.UTF_8);
        Side b = new Side(handshakes.accept(B, DSN, null));
        Side joined = new Side(handshakes.accept(B, DSN, null));

        b.receive(concat(hello(), rubbish));
        b.receive(proof(b, "a@host", 11));
        joined.receive(concat(join(), rubbish));

        assertThat(b.results).hasAtLeastOneElementOfType(Introduced.class);
        assertThat(joined.result()).isInstanceOf(JoinRequested.class);
    }

    @Test
    void finalAcceptAndFrames_inOnePieceWithIntroduce_areNotLost() {
        byte[] frames = "frames".getBytes(StandardCharsets.UTF_8);
        Side b = new Side(handshakes.accept(B, DSN, null));
        b.receive(hello());

        b.receive(concat(proof(b, "a@host", 11), CODEC.encode(AcceptMessage.last()), frames));

        assertThat(b.results).hasAtLeastOneElementOfType(Introduced.class);
        assertThat(((Established) b.result()).rest()).isEqualTo(ByteBuffer.wrap(frames));
        assertThat(((Established) b.result()).peer().maxMessageSize()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a@b@c"})
    void dialler_withoutAName_isAnsweredButNotRegistered(String name) {
        Side b = new Side(handshakes.accept(B, DSN, null));
        b.receive(hello());

        b.receive(proof(b, name, 11));
        assertThat(HandshakeVectors.messages(ByteBuffer.wrap(b.takeSent()))).hasSize(2);
        b.receive(CODEC.encode(AcceptMessage.last()));

        assertFailed(b, HandshakeCheck.NODE, "Accept");
        assertThat(b.results).noneMatch(Introduced.class::isInstance);
    }

    @Test
    void dialler_withoutCreation_isNotRegistered() {
        Side b = new Side(handshakes.accept(B, DSN, null));
        b.receive(hello());
        b.receive(proof(b, "a@host", 0));
        b.receive(CODEC.encode(AcceptMessage.last()));

        assertFailed(b, HandshakeCheck.CREATION, "Accept");
        assertThat(b.results).noneMatch(Introduced.class::isInstance);
    }

    /** As it would be if they came one after the other. */
    @Test
    void message_beforeOneThatFailsInTheSamePiece_isAnswered() {
        Side b = new Side(handshakes.accept(B, DSN, null));
        b.receive(hello());

        b.receive(concat(proof(b, "a@host", 0), new byte[] {0}));

        assertFailed(b, HandshakeCheck.HEADER, "Accept");
        assertThat(HandshakeVectors.messages(ByteBuffer.wrap(b.takeSent()))).hasSize(2);
    }

    /** A Hello that was listened to elsewhere is not enough. */
    @Test
    void dialler_thatReplaysAHello_failsAtIntroduce() {
        Side b = new Side(handshakes.accept(B, DSN, null));
        b.receive(hello());
        b.takeSent();

        b.receive(CODEC.encode(introduce("a@host", 11, DIGESTS.hello("salt"))));

        assertFailed(b, HandshakeCheck.DIGEST, "Introduce");
        assertThat(b.takeSent()).isEmpty();
    }

    private static byte[] proof(Side b, String node, long creation) {
        HelloMessage answer = (HelloMessage) HandshakeVectors.message(b.takeSent());
        return CODEC.encode(introduce(node, creation, DIGESTS.introduce(answer.salt())));
    }

    @Test
    void introduce_overTheConfiguredLimit_isRefused() {
        HandshakeOptions strict = B.withLimits(B.limits().withIntroduceBytes(2000));
        Side b = new Side(handshakes.accept(strict, DSN, null));
        b.receive(hello());

        b.receive(new byte[] {87, 1, 0, 0, 7, (byte) 0xd1}); // 2001

        assertFailed(b, HandshakeCheck.HEADER, "Introduce");
    }

    @Test
    void ownWords_thatCannotBeSent_areNotThePeersFault() {
        List<String> places = Collections.nCopies(300, "h".repeat(250) + ":11144");

        assertThatIllegalArgumentException().isThrownBy(() -> handshakes.accept(B, places, null))
                .withMessageContaining("these places for more links of b@host: Accept takes")
                .withMessageNotContaining("announce");
        assertThatIllegalArgumentException().isThrownBy(() -> handshakes.join(B, "x".repeat(70_000), null))
                .withMessageContaining("this id of a connection: Join cannot be sent");
    }

    /** Whoever did not check the options at the start of the node. */
    @Test
    void ownIntroduce_thatCannotBeSent_isToldSo() {
        Map<String, Integer> types = new HashMap<>();
        IntStream.range(4096, 4096 + 400).forEach(id -> types.put("x".repeat(250) + id, id));
        Side b = new Side(handshakes.accept(
                B.withTables(new EncodeTables(Map.of(), types, Map.of(), Map.of())), DSN, null));
        b.receive(hello());

        b.receive(proof(b, "a@host", 11));

        assertFailed(b, HandshakeCheck.UNSENDABLE, "Introduce");
        assertThat(b.takeSent()).isEmpty();
    }

    /** As for a Go node, which minds when an id of such a name is used. */
    @Test
    void tables_withNamesThatAreNoText_leaveThemOut() {
        Side b = new Side(handshakes.accept(B, DSN, null));
        b.receive(hello());
        HelloMessage answer = (HelloMessage) HandshakeVectors.message(b.takeSent());
        IntroduceMessage tables = new IntroduceMessage("a@host", Version.none(), NetworkFlags.none(), 1, 0,
                Map.of(256, "??", 257, "atom"), Map.of(4096, "??", 4097, "#t/Type"),
                Map.of(32768, Reason.of("??"), 32769, Reason.TAKEN), DIGESTS.introduce(answer.salt()));
        String text = new String(CODEC.encode(tables), StandardCharsets.ISO_8859_1);

        b.receive(text.replace("??", "\u00ff?").getBytes(StandardCharsets.ISO_8859_1));
        b.receive(CODEC.encode(AcceptMessage.last()));

        DecodeTables known = ((Established) b.result()).peer().tables();
        assertThat(known.atoms()).isEqualTo(Map.of(257, "atom"));
        assertThat(known.types()).isEqualTo(Map.of(4097, "#t/Type"));
        assertThat(known.errors()).isEqualTo(Map.of(32769, Reason.TAKEN));
    }
}
