package io.ergo.network.handshake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

import io.ergo.Reason;
import io.ergo.Version;
import io.ergo.network.Cookie;
import io.ergo.network.framework.NetworkFlags;
import io.ergo.network.spi.Fingerprint;
import io.ergo.network.spi.Handshake;
import io.ergo.network.spi.HandshakeCheck;
import io.ergo.network.spi.HandshakeOptions;
import io.ergo.network.spi.HandshakeResult;
import io.ergo.network.spi.HandshakeResult.Established;
import io.ergo.network.spi.HandshakeResult.Introduced;
import io.ergo.network.spi.HandshakeResult.JoinRequested;
import io.ergo.network.spi.HandshakeResult.Joined;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.ergo.network.handshake.Parties.A;
import static io.ergo.network.handshake.Parties.B;
import static io.ergo.network.handshake.Parties.COOKIE;
import static io.ergo.network.handshake.Parties.DSN;
import static io.ergo.network.handshake.Parties.assertFailed;
import static io.ergo.network.handshake.Parties.concat;
import static org.assertj.core.api.Assertions.assertThat;

/** Our sides against each other. */
class HandshakesTest {

    private static final long SEED = 20_261_127L;
    private static final Fingerprint MINE = Fingerprint.ofDer(new byte[] {1});
    private static final Fingerprint ANOTHER = Fingerprint.ofDer(new byte[] {2});

    private final ErgoHandshakes handshakes = new ErgoHandshakes(new Random(SEED), new Script());
    private final SplittableRandom random = new SplittableRandom(SEED);

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 10_000})
    void start_inPiecesOfAnySize_isEstablishedOnBothSides(int largestPiece) {
        Side a = new Side(handshakes.initiate(A, "b@host", null));
        Side b = new Side(handshakes.accept(B, DSN, null));

        Side.talk(a, b, random, largestPiece);

        Established atA = (Established) a.result();
        Established atB = (Established) b.result();
        assertThat(atA.connectionId()).hasSize(32).isEqualTo(atB.connectionId());
        assertThat(atA.peer().node()).isEqualTo("b@host");
        assertThat(atA.peer().maxMessageSize()).isEqualTo(4096);
        assertThat(atA.poolSize()).isEqualTo(2);
        assertThat(atA.poolDsn()).isEqualTo(DSN);
        assertThat(atB.peer().creation()).isEqualTo(11);
        assertThat(atB.peer().version()).isEqualTo(Version.of("demo", "1"));
        assertThat(atB.peer().tables().types()).isEqualTo(Map.of(4096, "#example.com/shop/Order"));
        assertThat(atB.peer().tables().errors()).isEqualTo(Map.of(32768, Reason.NORMAL));
    }

    @Test
    void acceptor_givesTheConnectionBeforeTheBytesThatTellOfIt() {
        Side a = new Side(handshakes.initiate(A, "b@host", null));
        Handshake b = handshakes.accept(B, DSN, null);
        b.start();

        a.receive(b.receive(ByteBuffer.wrap(a.takeSent())).send());
        var step = b.receive(ByteBuffer.wrap(a.takeSent()));

        assertThat(step.result()).isInstanceOfSatisfying(Introduced.class, introduced -> {
            assertThat(introduced.peer().node()).isEqualTo("a@host");
            assertThat(HandshakeVectors.messages(step.send()).getFirst())
                    .isEqualTo(new AcceptMessage(introduced.connectionId(), 2, DSN, "", ""));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 10_000})
    void join_inPiecesOfAnySize_isAnswered(int largestPiece) {
        Side a = new Side(handshakes.join(A, "some id", MINE));
        Side b = new Side(handshakes.accept(B, DSN, MINE));

        Side.talk(a, b, random, largestPiece);

        assertThat(b.result()).isEqualTo(new JoinRequested("a@host", "some id"));
        assertThat(a.result()).isInstanceOf(Joined.class);
    }

    @Test
    void frames_behindTheHandshake_areHandedOut() {
        byte[] frames = "frames".getBytes(StandardCharsets.UTF_8);
        Side a = new Side(handshakes.initiate(A, "b@host", null));
        Side b = new Side(handshakes.accept(B, DSN, null));
        Side joining = new Side(handshakes.join(A, "some id", null));
        Side joined = new Side(handshakes.accept(B, DSN, null));

        b.receive(a.takeSent());
        a.receive(b.takeSent());
        b.receive(a.takeSent());
        a.receive(concat(b.takeSent(), frames));
        b.receive(concat(a.takeSent(), frames));
        joined.receive(joining.takeSent());
        joining.receive(concat(joined.takeSent(), frames));

        ByteBuffer expected = ByteBuffer.wrap(frames);
        assertThat(((Established) a.result()).rest()).isEqualTo(expected);
        assertThat(((Established) b.result()).rest()).isEqualTo(expected);
        assertThat(((Joined) joining.result()).rest()).isEqualTo(expected);
    }

    @Test
    void tls_withTheSameCertificate_isEstablished() {
        assertThat(talk(A, MINE, MINE).result()).isInstanceOf(Established.class);
    }

    @Test
    void tls_withAnotherCertificate_failsAtIt() {
        assertFailed(talk(A, MINE, ANOTHER), HandshakeCheck.CERTIFICATE, "Hello");
        assertFailed(talk(A, MINE, null), HandshakeCheck.CERTIFICATE, "Hello");
        assertThat(talk(A, MINE, null).result().toString()).contains("missing");
        assertFailed(join(A, MINE, ANOTHER), HandshakeCheck.CERTIFICATE, "Accept");
    }

    @Test
    void tls_withAnotherCertificateAndNoCheck_isEstablished() {
        assertThat(talk(A.withCertificateCheck(false), MINE, ANOTHER).result()).isInstanceOf(Established.class);
        assertThat(join(A.withCertificateCheck(false), MINE, ANOTHER).result()).isInstanceOf(Joined.class);
    }

    private Side talk(HandshakeOptions options, @Nullable Fingerprint seen, @Nullable Fingerprint presented) {
        Side a = new Side(handshakes.initiate(options, "b@host", seen));
        Side.talk(a, new Side(handshakes.accept(B, DSN, presented)), random, 1000);
        return a;
    }

    private Side join(HandshakeOptions options, @Nullable Fingerprint seen, @Nullable Fingerprint presented) {
        Side a = new Side(handshakes.join(options, "some id", seen));
        Side.talk(a, new Side(handshakes.accept(B, DSN, presented)), random, 1000);
        return a;
    }

    @Test
    void cookies_thatDiffer_areNoticedAtTheFirstMessage() {
        HandshakeOptions other = A.withCookie(Cookie.of("other"));
        Side a = new Side(handshakes.initiate(other, "b@host", null));
        Side b = new Side(handshakes.accept(B, DSN, null));
        Side joining = new Side(handshakes.join(other, "some id", null));
        Side joined = new Side(handshakes.accept(B, DSN, null));

        Side.talk(a, b, random, 1000);
        Side.talk(joining, joined, random, 1000);

        assertFailed(b, HandshakeCheck.DIGEST, "Hello or Join");
        assertFailed(joined, HandshakeCheck.DIGEST, "Hello or Join");
        assertThat(b.takeSent()).isEmpty();
        assertThat(List.of(b.result(), joined.result())).map(HandshakeResult::toString)
                .allSatisfy(told -> assertThat(told).contains("another cookie").doesNotContain("secret")
                        .doesNotContainPattern("[0-9a-f]{64}"));
    }

    @Test
    void node_notTheOneThatWasMeant_isRefused() {
        Side a = new Side(handshakes.initiate(A, "c@host", null));
        Side.talk(a, new Side(handshakes.accept(B, DSN, null)), random, 1000);

        assertFailed(a, HandshakeCheck.NODE, "Introduce");
        assertThat(a.result().toString()).contains("'b@host' but c@host was meant");
    }

    @Test
    void node_withTheNameOfTheListener_isRefused() {
        HandshakeOptions twin = HandshakeOptions.of("b@host", 33, COOKIE);
        Side b = new Side(handshakes.accept(B, DSN, null));

        Side.talk(new Side(handshakes.initiate(twin, "b@host", null)), b, random, 1000);

        assertFailed(b, HandshakeCheck.NODE, "Introduce");
    }

    @Test
    void flags_withoutAMeaning_areNotAnnounced() {
        Side a = new Side(handshakes.initiate(A.withFlags(new NetworkFlags(0x70fff)), "b@host", null));
        Side b = new Side(handshakes.accept(B.withFlags(new NetworkFlags(0x19)), DSN, null));

        Side.talk(a, b, random, 1000);

        assertThat(((Established) b.result()).peer().flags()).isEqualTo(NetworkFlags.defaults());
        assertThat(((Established) a.result()).peer().flags()).isEqualTo(NetworkFlags.of());
    }
}
