package io.ergo.network.handshake;

import java.util.List;
import java.util.Random;

import io.ergo.network.spi.HandshakeCheck;
import io.ergo.network.spi.HandshakeResult.Established;
import io.ergo.network.spi.HandshakeResult.Failed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.ergo.network.handshake.Parties.A;
import static io.ergo.network.handshake.Parties.B;
import static io.ergo.network.handshake.Parties.CODEC;
import static io.ergo.network.handshake.Parties.DIGESTS;
import static io.ergo.network.handshake.Parties.DSN;
import static io.ergo.network.handshake.Parties.assertFailed;
import static io.ergo.network.handshake.Parties.introduce;
import static io.ergo.network.handshake.Parties.introduceOf;
import static org.assertj.core.api.Assertions.assertThat;

/** Our dialling sides against what no listening side of ours says. */
class ForeignListenerTest {

    private static final long SEED = 20_261_127L;

    private final ErgoHandshakes handshakes = new ErgoHandshakes(new Random(SEED), new Script());

    @Test
    void listener_withTheOwnName_isRefused() {
        Side a = greeted();

        a.receive(CODEC.encode(AcceptMessage.offer("id", 1, DSN)));
        a.receive(CODEC.encode(introduce("a@host", 22, "")));

        assertFailed(a, HandshakeCheck.NODE, "Introduce");
        assertThat(a.result().toString()).contains("the name of this node");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void pool_withoutLinks_isRefused(long links) {
        Side a = greeted();

        a.receive(CODEC.encode(new AcceptMessage("id", links, DSN, "", "")));

        assertFailed(a, HandshakeCheck.POOL_SIZE, "Accept");
    }

    @Test
    void pool_withTooManyLinks_isCut() {
        Side a = greeted();

        a.receive(CODEC.encode(new AcceptMessage("id", Long.MAX_VALUE, null, "", "")));
        a.receive(CODEC.encode(introduce("b@host", 22, "")));

        Established established = (Established) a.result();
        assertThat(established.poolSize()).isEqualTo(128);
        assertThat(established.poolDsn()).isEmpty();
    }

    @Test
    void listener_withoutCreation_isRefused() {
        Side a = greeted();

        a.receive(CODEC.encode(AcceptMessage.offer("id", 1, DSN)));
        a.receive(CODEC.encode(introduce("b@host", 0, "")));

        assertFailed(a, HandshakeCheck.CREATION, "Introduce");
    }

    @Test
    void listener_withoutTheCookie_isRefused() {
        Side a = new Side(handshakes.initiate(A, "b@host", null));
        Side joining = new Side(handshakes.join(A, "some id", null));

        a.receive(CODEC.encode(new HelloMessage("salt", "0".repeat(64), "")));
        joining.receive(CODEC.encode(AcceptMessage.answer("", "")));

        assertFailed(a, HandshakeCheck.DIGEST, "Hello");
        assertFailed(joining, HandshakeCheck.DIGEST, "Accept");
    }

    @Test
    void listener_thatRejects_tellsWhy() {
        Side a = new Side(handshakes.initiate(A, "b@host", null));
        Side later = greeted();
        Side joining = new Side(handshakes.join(A, "some id", null));
        byte[] reject = CODEC.encode(new RejectMessage("too\nbusy " + "x".repeat(1000)));

        for (Side each : List.of(a, later, joining)) {
            each.receive(reject);
            assertThat(((Failed) each.result()).reason().check()).isEqualTo(HandshakeCheck.REJECTED);
            assertThat(each.result().toString()).contains("too?busy").hasSizeLessThan(300);
        }
    }

    @Test
    void messages_outOfOrder_areRefused() {
        Side a = new Side(handshakes.initiate(A, "b@host", null));
        Side b = new Side(handshakes.accept(B, DSN, null));

        a.receive(CODEC.encode(AcceptMessage.last()));
        b.receive(CODEC.encode(introduce("a@host", 11, "")));

        assertFailed(a, HandshakeCheck.ORDER, "Hello");
        assertFailed(b, HandshakeCheck.ORDER, "Hello or Join");
        assertThat(b.result()).hasToString("while Hello or Join was due: the peer sent Introduce");
    }

    /** Returns a dialling side that has had the Hello. */
    private Side greeted() {
        Side a = new Side(handshakes.initiate(A, "b@host", null));
        a.receive(answer(a));
        a.takeSent();
        return a;
    }

    private static byte[] answer(Side a) {
        HelloMessage dialled = (HelloMessage) HandshakeVectors.message(a.takeSent());
        return CODEC.encode(new HelloMessage("salt", DIGESTS.helloAnswer("salt", dialled.digest()), ""));
    }

    /** It would be sent again with each link that joins. */
    @Test
    void connectionId_thatIsTooLong_isRefused() {
        Side a = greeted();
        Side most = greeted();

        a.receive(CODEC.encode(AcceptMessage.offer("x".repeat(256), 1, DSN)));
        most.receive(CODEC.encode(AcceptMessage.offer("x".repeat(255), 1, DSN)));

        assertFailed(a, HandshakeCheck.VALUE, "Accept");
        assertThat(a.result().toString()).endsWith("the id of the connection has 256 characters but may have 255");
        assertThat(most.isOver()).isFalse();
    }

    @Test
    void introduce_longerThanOtherMessages_isTaken() {
        Side a = greeted();
        byte[] introduce = introduceOf(20_000, "");
        a.receive(CODEC.encode(AcceptMessage.offer("id", 1, DSN)));

        a.receive(introduce);

        assertThat(introduce.length).isGreaterThan(HandshakeCodec.MOST_PAYLOAD);
        assertFailed(a, HandshakeCheck.NODE, "Introduce"); // it is read: it is not from the node that was meant
    }
}
