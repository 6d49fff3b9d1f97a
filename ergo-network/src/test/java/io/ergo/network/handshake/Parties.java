package io.ergo.network.handshake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import io.ergo.Reason;
import io.ergo.Version;
import io.ergo.network.Cookie;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.framework.NetworkFlags;
import io.ergo.network.spi.HandshakeCheck;
import io.ergo.network.spi.HandshakeOptions;
import io.ergo.network.spi.HandshakeResult.Failed;

import static org.assertj.core.api.Assertions.assertThat;

/** Two nodes of one network, and what others say to them. */
final class Parties {

    static final Cookie COOKIE = Cookie.of("secret");
    static final Digests DIGESTS = new Digests(COOKIE);
    static final HandshakeCodec CODEC = new HandshakeCodec();
    static final List<String> DSN = List.of("host:11144");
    static final HandshakeOptions A = HandshakeOptions.of("a@host", 11, COOKIE).withVersion(Version.of("demo", "1"))
            .withTables(new EncodeTables(Map.of("a@host", 256), Map.of("#example.com/shop/Order", 4096),
                    Map.of(Reason.NORMAL, 32768), Map.of()));
    static final HandshakeOptions B = HandshakeOptions.of("b@host", 22, COOKIE).withMaxMessageSize(4096)
            .withPoolSize(2);

    private Parties() {}

    /** The Hello of a node that knows the cookie. */
    static byte[] hello() {
        return CODEC.encode(new HelloMessage("salt", DIGESTS.hello("salt"), ""));
    }

    /** The Join of a node that knows the cookie. */
    static byte[] join() {
        return CODEC.encode(new JoinMessage("a@host", "id", "salt", DIGESTS.join("id", "salt")));
    }

    /** What somebody says of himself; a negative size is no limit. */
    static IntroduceMessage introduce(String node, long creation, String digest) {
        return new IntroduceMessage(node, Version.none(), NetworkFlags.none(), creation, -5, null, null, null, digest);
    }

    /** The bytes of an Introduce with the most entries in the fewest bytes; may be longer than what is sent. */
    static byte[] introduceOf(int atoms, String digest) {
        byte[] empty = CODEC.encode(new IntroduceMessage("a@host", Version.none(), NetworkFlags.none(), 1, 0, Map.of(),
                null, null, digest));
        int at = HexFormat.of().formatHex(empty).indexOf("9f00000000") / 2;
        ByteBuffer longer = ByteBuffer.allocate(empty.length + 4 * atoms).put(empty, 0, at + 1).putInt(atoms);
        for (int id = 0; id < atoms; id++) {
            longer.putShort((short) id).putShort((short) 0);
        }
        longer.put(empty, at + 5, empty.length - at - 5);
        return longer.putInt(2, longer.capacity() - 6).array();
    }

    static void assertFailed(Side side, HandshakeCheck check, String awaited) {
        assertThat(side.result()).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.reason().check()).isEqualTo(check);
            assertThat(failed.awaited()).isEqualTo(awaited);
        });
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
