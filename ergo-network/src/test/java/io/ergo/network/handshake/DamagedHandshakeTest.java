package io.ergo.network.handshake;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

import io.ergo.network.spi.Fingerprint;
import io.ergo.network.spi.HandshakeException;
import io.ergo.network.spi.HandshakeResult;
import io.ergo.network.spi.HandshakeResult.MoreNeeded;
import org.junit.jupiter.api.Test;

import static io.ergo.network.handshake.Parties.A;
import static io.ergo.network.handshake.Parties.B;
import static io.ergo.network.handshake.Parties.CODEC;
import static io.ergo.network.handshake.Parties.DSN;
import static io.ergo.network.handshake.Parties.hello;
import static io.ergo.network.handshake.Parties.join;
import static org.assertj.core.api.Assertions.assertThat;

/** Bytes that were cut or changed on the way. */
class DamagedHandshakeTest {

    private static final long SEED = 20_261_127L;
    private static final Fingerprint MINE = Fingerprint.ofDer(new byte[] {1});

    private static final int TURNS = 5;
    /** Both Hellos, and the Introduce of the dialling side. */
    private static final int PROVED_TURNS = 3;

    private final Script clock = new Script();
    private final ErgoHandshakes handshakes = new ErgoHandshakes(new Random(SEED), clock);
    private final SplittableRandom random = new SplittableRandom(SEED);

    /** Whatever becomes of the bytes on the way, both sides come to an end, and no proof that was changed is taken for one. */
    @Test
    void conversation_withOneFlippedBit_endsProperly() {
        int changedProofs = 0;
        for (int i = 0; i < 3000; i++) {
            Side a = new Side(handshakes.initiate(A, "b@host", MINE));
            Side b = new Side(handshakes.accept(B, DSN, MINE));
            boolean changedProof = talk(a, b, random.nextInt(TURNS));
            clock.pass(5000);
            a.expire();
            b.expire();

            assertThat(a.isOver()).isTrue();
            assertThat(b.isOver()).isTrue();
            if (changedProof) {
                changedProofs++;
                assertThat(List.of(a.result(), b.result())).allSatisfy(
                        result -> assertThat(result).isInstanceOf(HandshakeResult.Failed.class));
            }
        }
        assertThat(changedProofs).isGreaterThan(500);
    }

    @Test
    void conversation_withoutDamage_isEstablished() {
        Side a = new Side(handshakes.initiate(A, "b@host", MINE));
        Side b = new Side(handshakes.accept(B, DSN, MINE));

        assertThat(talk(a, b, TURNS)).isFalse();

        assertThat(List.of(a.result(), b.result())).hasOnlyElementsOfType(HandshakeResult.Established.class);
    }

    /** Lets both talk with damage at one turn. Returns whether it hit a salt or a digest that counts. */
    private boolean talk(Side a, Side b, int damaged) {
        boolean changedProof = false;
        for (int turn = 0; turn < TURNS; turn++) {
            Side from = turn % 2 == 0 ? a : b;
            Side to = turn % 2 == 0 ? b : a;
            byte[] bytes = from.takeSent();
            if (turn == damaged && bytes.length > 0) {
                byte[] before = bytes.clone();
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                changedProof = turn < PROVED_TURNS && !proofs(before, turn).equals(proofs(bytes, turn));
            }
            if (!to.isOver()) {
                to.receive(bytes);
            }
        }
        return changedProof;
    }

    /** The salt and the digests in the message that count at its turn; of what is no message, a text of its own. */
    private static List<String> proofs(byte[] bytes, int turn) {
        HandshakeMessage message;
        try {
            message = CODEC.decode(ByteBuffer.wrap(bytes), HandshakeCodec.MOST_PAYLOAD);
        } catch (HandshakeException e) {
            return List.of("none");
        }
        return switch (message) {
            case HelloMessage hello when turn == 0 -> List.of(hello.salt(), hello.digest());
            case HelloMessage hello -> List.of(hello.salt(), hello.digest(), hello.digestCert());
            case IntroduceMessage introduce -> List.of(introduce.digest());
            case null, default -> List.of();
        };
    }

    @Test
    void everyPrefix_ofWhatAPeerSends_isWaitedFor() {
        for (byte[] message : List.of(hello(), join())) {
            for (int length = 0; length < message.length; length++) {
                Side b = new Side(handshakes.accept(B, DSN, null));
                b.receive(Arrays.copyOf(message, length));
                HandshakeResult before = b.result();
                b.receive(Arrays.copyOfRange(message, length, message.length));

                assertThat(before).isInstanceOf(MoreNeeded.class);
                assertThat(b.takeSent()).isNotEmpty();
            }
        }
    }
}
