package io.ergo.network.handshake;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Random;

import io.ergo.network.spi.Handshake;
import io.ergo.network.spi.HandshakeCheck;
import io.ergo.network.spi.HandshakeResult.Established;
import io.ergo.network.spi.HandshakeResult.Failed;
import io.ergo.network.spi.HandshakeResult.Introduced;
import io.ergo.network.spi.HandshakeResult.MoreNeeded;
import io.ergo.network.spi.HandshakeStep;
import org.junit.jupiter.api.Test;

import static io.ergo.network.handshake.Parties.A;
import static io.ergo.network.handshake.Parties.B;
import static io.ergo.network.handshake.Parties.CODEC;
import static io.ergo.network.handshake.Parties.DIGESTS;
import static io.ergo.network.handshake.Parties.DSN;
import static io.ergo.network.handshake.Parties.concat;
import static io.ergo.network.handshake.Parties.hello;
import static io.ergo.network.handshake.Parties.introduce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

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

    /** Timers and ends of links that come late are nothing unusual. */
    @Test
    void handshake_thatIsOver_keepsItsResult() {
        Handshake a = handshakes.initiate(A, "b@host", null);
        a.start();
        HandshakeStep end = a.closed();
        clock.pass(10_000);

        for (HandshakeStep late : List.of(a.expire(), a.closed())) {
            assertThat(late.result()).isSameAs(end.result());
            assertThat(late.send().hasRemaining()).isFalse();
        }
        assertThatIllegalStateException().isThrownBy(() -> a.receive(ByteBuffer.allocate(1)));
        assertThatIllegalStateException().isThrownBy(a::resume);
        assertThatIllegalStateException().isThrownBy(a::start);
    }

    @Test
    void handshake_startedTwice_isRefused() {
        Handshake a = handshakes.initiate(A, "b@host", null);

        assertThatIllegalStateException().isThrownBy(() -> a.receive(ByteBuffer.allocate(1)));
        assertThatIllegalStateException().isThrownBy(a::resume);
        assertThat(a.start().send().hasRemaining()).isTrue();
        assertThatIllegalStateException().isThrownBy(a::start);
    }

    @Test
    void pieces_betweenIntroducedAndResume_areKept() {
        Handshake b = introduced();
        byte[] end = concat(CODEC.encode(AcceptMessage.last()), new byte[] {78});

        assertThat(b.receive(ByteBuffer.wrap(end)).result()).isInstanceOf(MoreNeeded.class);
        clock.pass(3000); // registering took so long
        assertThat(b.deadlineNanos() - clock.getAsLong()).isEqualTo(Duration.ofSeconds(2).toNanos());
        assertThat(b.expire().result()).isInstanceOf(MoreNeeded.class);

        assertThat(b.resume().result()).isInstanceOfSatisfying(Established.class,
                established -> assertThat(established.rest()).isEqualTo(ByteBuffer.wrap(new byte[] {78})));
    }

    @Test
    void silence_afterResume_countsFromIt() {
        Handshake b = introduced();
        clock.pass(3000);
        assertThat(b.resume().result()).isInstanceOf(MoreNeeded.class);
        assertThatIllegalStateException().isThrownBy(b::resume);

        clock.pass(999);
        assertThat(b.expire().result()).isInstanceOf(MoreNeeded.class);
        clock.pass(1);
        assertThat(b.expire().result()).hasToString("while Accept was due: nothing came for PT1S");
    }

    @Test
    void registering_forTooLong_endsIt() {
        Handshake b = introduced();
        clock.pass(5000);

        assertThat(b.expire().result()).hasToString("while Accept was due: it has taken PT5S in all");
    }

    private Handshake introduced() {
        Handshake b = handshakes.accept(B, DSN, null);
        b.start();
        HelloMessage answer = (HelloMessage) HandshakeVectors.messages(b.receive(ByteBuffer.wrap(hello())).send())
                .getFirst();
        byte[] introduce = CODEC.encode(introduce("a@host", 11, DIGESTS.introduce(answer.salt())));
        assertThat(b.receive(ByteBuffer.wrap(introduce)).result()).isInstanceOf(Introduced.class);
        return b;
    }

    /** The delay may be on this side. */
    @Test
    void piece_takenAfterASecond_isNoSilence() {
        Handshake b = handshakes.accept(B, DSN, null);
        b.start();
        clock.pass(1500);
        ByteBuffer hello = ByteBuffer.wrap(hello());

        assertThat(b.receive(hello).send().hasRemaining()).isTrue();
        assertThat(hello.hasRemaining()).isFalse();
        assertThat(b.deadlineNanos() - clock.getAsLong()).isEqualTo(Duration.ofSeconds(1).toNanos());
    }

    @Test
    void nodeToReach_thatIsNoName_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> handshakes.initiate(A, "b", null));
    }
}
