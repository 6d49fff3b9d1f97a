package io.ergo.network.handshake;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Random;

import io.ergo.Version;
import io.ergo.network.Allocated;
import io.ergo.network.OddErrors;
import io.ergo.network.framework.NetworkFlags;
import io.ergo.network.spi.HandshakeLimits;
import io.ergo.network.spi.HandshakeResult.Established;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.ergo.network.handshake.Parties.B;
import static io.ergo.network.handshake.Parties.CODEC;
import static io.ergo.network.handshake.Parties.DIGESTS;
import static io.ergo.network.handshake.Parties.DSN;
import static io.ergo.network.handshake.Parties.hello;
import static io.ergo.network.handshake.Parties.introduceOf;
import static org.assertj.core.api.Assertions.assertThat;

/** What a peer can make us allocate. */
class HandshakeMemoryTest {

    private static final long SEED = 20_261_127L;
    /** The least an entry takes. */
    private static final int ENTRY = 4;
    private static final int ERROR = 5;
    private static final int OTHERS = 1024;
    private static final int LENGTH_AT = 2;
    private static final int HEADER = 6;
    private static final int MOST = HandshakeLimits.defaults().introduceBytes();

    private final ErgoHandshakes handshakes = new ErgoHandshakes(new Random(SEED), new Script());

    /** The most entries in the fewest bytes; the longest message that is sent, and the longest that is taken; at once, and byte by byte. */
    @ParameterizedTest
    @CsvSource({"65535, 65535", "65535, 1000", "65535, 1", "262144, 262144", "262144, 1"})
    void introduce_ofNothingButSmallEntries_isTakenWithBoundedMemory(int length, int piece) {
        Exchange first = new Exchange(length, piece);
        Exchange second = new Exchange(length, piece);
        first.run(); // what is loaded once does not count

        long allocated = Allocated.by(second::run);

        assertThat(second.b.result()).isInstanceOf(Established.class);
        assertThat(allocated).isLessThan((long) Allocated.PER_BYTE * second.introduce.length + Allocated.MIB + MOST);
    }

    /** The last one is none here and is left out. */
    @Test
    void introduce_ofNothingButSmallErrors_isReadWithBoundedMemory() {
        byte[] empty = CODEC.encode(new IntroduceMessage("a@host", Version.none(), NetworkFlags.none(), 1, 0, null,
                null, Map.of(), ""));
        int count = (MOST - OTHERS) / ERROR;
        byte[] bytes = OddErrors.fill(empty, count);
        ByteBuffer.wrap(bytes).putInt(LENGTH_AT, bytes.length - HEADER);

        assertThat(CODEC.decode(ByteBuffer.wrap(bytes), MOST)).isInstanceOfSatisfying(IntroduceMessage.class,
                introduce -> assertThat(introduce.errCache()).hasSize(count - 1));
        long allocated = Allocated.bytes(() -> CODEC.decode(ByteBuffer.wrap(bytes), MOST));

        assertThat(allocated).isLessThan((long) Allocated.PER_BYTE * bytes.length + Allocated.MIB);
    }

    /** Bytes that never become a message. */
    @ParameterizedTest
    @CsvSource({"1", "1000"})
    void introduce_thatDoesNotEnd_costsLittleMoreThanItsBytes(int piece) {
        Exchange first = new Exchange(MOST, piece);
        Exchange second = new Exchange(MOST, piece);
        first.listen(MOST - OTHERS);

        long allocated = Allocated.by(() -> second.listen(MOST - OTHERS));

        assertThat(second.b.isOver()).isFalse();
        assertThat(allocated).isLessThan(4L * MOST + Allocated.MIB);
    }

    /** A listening side that is greeted, and what it is told then. */
    private final class Exchange {

        private final Side b = new Side(handshakes.accept(B, DSN, null));
        private final int piece;
        private final byte[] introduce;
        private final byte[] accept = CODEC.encode(AcceptMessage.last());

        Exchange(int length, int piece) {
            this.piece = piece;
            b.receive(hello());
            HelloMessage answer = (HelloMessage) HandshakeVectors.message(b.takeSent());
            introduce = introduceOf((length - OTHERS) / ENTRY, DIGESTS.introduce(answer.salt()));
        }

        void run() {
            listen(introduce.length);
            b.receive(accept);
        }

        void listen(int length) {
            ByteBuffer bytes = ByteBuffer.wrap(introduce);
            for (int end = 0; end < length;) {
                end = Math.min(end + piece, length);
                b.receive(bytes.limit(end));
            }
        }
    }
}
