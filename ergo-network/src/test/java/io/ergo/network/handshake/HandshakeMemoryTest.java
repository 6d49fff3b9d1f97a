package io.ergo.network.handshake;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import com.sun.management.ThreadMXBean;
import io.ergo.Version;
import io.ergo.network.framework.NetworkFlags;
import io.ergo.network.spi.HandshakeResult.Established;
import org.junit.jupiter.api.Test;

import static io.ergo.network.handshake.Parties.B;
import static io.ergo.network.handshake.Parties.CODEC;
import static io.ergo.network.handshake.Parties.DIGESTS;
import static io.ergo.network.handshake.Parties.DSN;
import static io.ergo.network.handshake.Parties.hello;
import static org.assertj.core.api.Assertions.assertThat;

/** What a peer can make us allocate. */
class HandshakeMemoryTest {

    private static final long SEED = 20_261_127L;
    private static final int MIB = 1024 * 1024;
    private static final int PER_BYTE = 64;
    private static final int MOST_ENTRIES = 16_000;

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final ErgoHandshakes handshakes = new ErgoHandshakes(new Random(SEED), new Script());

    /** The most entries in the fewest bytes. */
    @Test
    void introduce_ofNothingButSmallEntries_isTakenWithBoundedMemory() {
        introduced(); // what is loaded once does not count

        assertThat(introduced()).isLessThan(PER_BYTE + MIB / HandshakeCodec.MOST_PAYLOAD);
    }

    /** Returns how many bytes were allocated for each byte. */
    private long introduced() {
        Side b = new Side(handshakes.accept(B, DSN, null));
        b.receive(hello());
        HelloMessage answer = (HelloMessage) HandshakeVectors.message(b.takeSent());
        byte[] introduce = introduce(DIGESTS.introduce(answer.salt()));
        long before = thread.getCurrentThreadAllocatedBytes();
        b.receive(introduce);
        b.receive(CODEC.encode(AcceptMessage.last()));
        long allocated = thread.getCurrentThreadAllocatedBytes() - before;
        assertThat(b.result()).isInstanceOf(Established.class);
        return allocated / introduce.length;
    }

    private static byte[] introduce(String digest) {
        Map<Integer, String> atoms = new LinkedHashMap<>();
        for (int id = 256; id < 256 + MOST_ENTRIES; id++) {
            atoms.put(id, "");
        }
        return CODEC.encode(new IntroduceMessage("a@host", Version.none(), NetworkFlags.none(), 1, 0, atoms, null,
                null, digest));
    }
}
