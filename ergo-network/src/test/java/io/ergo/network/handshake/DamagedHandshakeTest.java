package io.ergo.network.handshake;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

import io.ergo.network.spi.Fingerprint;
import io.ergo.network.spi.HandshakeResult;
import io.ergo.network.spi.HandshakeResult.MoreNeeded;
import org.junit.jupiter.api.Test;

import static io.ergo.network.handshake.Parties.A;
import static io.ergo.network.handshake.Parties.B;
import static io.ergo.network.handshake.Parties.DSN;
import static io.ergo.network.handshake.Parties.hello;
import static io.ergo.network.handshake.Parties.join;
import static org.assertj.core.api.Assertions.assertThat;

/** Bytes that were cut or changed on the way. */
class DamagedHandshakeTest {

    private static final long SEED = 20_261_127L;
    private static final Fingerprint MINE = Fingerprint.ofDer(new byte[] {1});

    private final ErgoHandshakes handshakes = new ErgoHandshakes(new Random(SEED), new Script());
    private final SplittableRandom random = new SplittableRandom(SEED);

    /** Whatever becomes of the bytes on the way: a side goes on, is done, or has failed by a check. */
    @Test
    void conversation_withOneFlippedBit_endsProperly() {
        for (int i = 0; i < 3000; i++) {
            Side a = new Side(handshakes.initiate(A, "b@host", MINE));
            Side b = new Side(handshakes.accept(B, DSN, MINE));
            int turn = random.nextInt(5);
            for (int each = 0; each < 5 && !a.isOver() && !b.isOver(); each++) {
                Side from = each % 2 == 0 ? a : b;
                byte[] bytes = from.takeSent();
                if (each == turn && bytes.length > 0) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                }
                (from == a ? b : a).receive(bytes);
            }
            assertThat(List.of(a.result(), b.result()))
                    .allSatisfy(result -> assertThat(result.toString()).isNotBlank());
        }
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
