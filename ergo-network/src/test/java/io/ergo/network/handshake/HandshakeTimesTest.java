package io.ergo.network.handshake;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;

import io.ergo.network.spi.Handshake;
import io.ergo.network.spi.HandshakeCheck;
import io.ergo.network.spi.HandshakeResult.Failed;
import io.ergo.network.spi.HandshakeResult.MoreNeeded;
import org.junit.jupiter.api.Test;

import static io.ergo.network.handshake.Parties.A;
import static io.ergo.network.handshake.Parties.B;
import static io.ergo.network.handshake.Parties.DSN;
import static io.ergo.network.handshake.Parties.hello;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** How long our sides wait, and what they say when the link ends. */
class HandshakeTimesTest {

    private static final long SEED = 20_261_127L;

    private final Script clock = new Script();
    private final ErgoHandshakes handshakes = new ErgoHandshakes(new Random(SEED), clock);

    @Test
    void silence_ofASecond_endsIt() {
        Handshake b = handshakes.accept(B, DSN, null);
        b.start();

        clock.pass(999);
        assertThat(b.expire().result()).isInstanceOf(MoreNeeded.class);
        clock.pass(1);

        assertThat(b.deadlineNanos()).isEqualTo(clock.getAsLong());
        assertThat(b.expire().result())
                .hasToString("while Hello or Join was due: nothing came for " + Duration.ofSeconds(1));
    }

    @Test
    void pieces_thatKeepComing_endAfterFiveSeconds() {
        Handshake b = handshakes.accept(B, DSN, null);
        b.start();
        byte[] hello = hello();

        for (int i = 0; i < 9; i++) {
            assertThat(b.receive(ByteBuffer.wrap(hello, i, 1)).result()).isInstanceOf(MoreNeeded.class);
            clock.pass(500);
        }
        b.receive(ByteBuffer.wrap(hello, 9, 1));
        assertThat(b.deadlineNanos() - clock.getAsLong()).isEqualTo(Duration.ofMillis(500).toNanos());
        clock.pass(500);

        assertThat(b.receive(ByteBuffer.wrap(hello, 10, 1)).result()).isInstanceOfSatisfying(Failed.class,
                failed -> assertThat(failed.reason().check()).isEqualTo(HandshakeCheck.TIMEOUT));
    }

    @Test
    void emptyPiece_isNoSignOfLife() {
        Handshake b = handshakes.accept(B, DSN, null);
        b.start();
        clock.pass(999);
        b.receive(ByteBuffer.allocate(0));
        clock.pass(1);

        assertThat(b.expire().result()).isInstanceOf(Failed.class);
    }

    @Test
    void link_closedByThePeer_isExplained() {
        Handshake a = handshakes.initiate(A, "b@host", null);
        a.start();

        assertThat(a.closed().result()).hasToString("while Hello was due: the peer closed the link; "
                + "nodes do so without a word if the cookies differ");
    }

    @Test
    void handshake_thatIsOver_takesNothing() {
        Handshake a = handshakes.initiate(A, "b@host", null);
        a.start();
        a.closed();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(a::expire);
    }

    @Test
    void nodeToReach_thatIsNoName_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> handshakes.initiate(A, "b", null));
    }
}
