package io.ergo.network.handshake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.ergo.Reason;
import io.ergo.Version;
import io.ergo.network.Allocated;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.framework.FrameworkTypes;
import io.ergo.network.framework.NetworkFlags;
import io.ergo.network.spi.HandshakeCheck;
import io.ergo.network.spi.HandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class HandshakeCodecTest {

    private static final HandshakeVectors FILE = HandshakeVectors.read();
    private static final HandshakeCodec CODEC = new HandshakeCodec();
    private static final int LONG = 256 * 1024;
    private static final int HEADER = 6;

    @Test
    void recordedMessages_readAndWritten_areTheSameBytes() {
        assertThat(FILE.allMessages()).hasSizeGreaterThan(20).allSatisfy(bytes -> {
            ByteBuffer in = ByteBuffer.wrap(bytes);

            HandshakeMessage message = CODEC.decode(in, HandshakeCodec.MOST_PAYLOAD);

            assertThat(in.hasRemaining()).isFalse();
            assertThat(hex(CODEC.encode(message))).isEqualTo(hex(bytes));
        });
    }

    @Test
    void introduce_recorded_isReadIntoItsParts() {
        IntroduceMessage introduce = FILE.message(2, IntroduceMessage.class);

        assertThat(introduce.node()).isEqualTo("a@localhost");
        assertThat(introduce.version()).isEqualTo(new Version("demo", "1.0", "", "MIT"));
        assertThat(introduce.flags()).isEqualTo(NetworkFlags.defaults());
        assertThat(introduce.creation()).isEqualTo(0x6b02f4d5L);
        assertThat(introduce.maxMessageSize()).isZero();
        assertThat(introduce.atomCache()).containsExactly(Map.entry(257, "cachedevent"), Map.entry(258, "a@localhost"),
                Map.entry(256, "cachedname"));
        assertThat(introduce.regCache()).hasSize(129)
                .containsEntry(4195, "#ergo.services/ergo/net/proto/MessageLinkPID");
        assertThat(introduce.errCache()).hasSize(16).containsEntry(32779, Reason.NORMAL);
    }

    @Test
    void reject_ofRelease330_isRead() {
        RejectMessage reject = new RejectMessage("too busy");

        assertThat(HandshakeVectors.message(CODEC.encode(reject))).isEqualTo(reject);
    }

    @Test
    void header_written_hasMagicVersionAndLength() {
        byte[] bytes = CODEC.encode(new HelloMessage("s", "d", ""));

        assertThat(hex(bytes)).startsWith("570100000039" + "83002e"); // 3 + 46 for the name, 3 + 3 + 2 for the texts
        assertThat(bytes).hasSize(HEADER + 0x39);
    }

    @Test
    void message_incomplete_isWaitedFor() {
        for (byte[] bytes : FILE.allMessages()) {
            for (int length = 0; length < bytes.length; length++) {
                ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
                assertThat(CODEC.decode(in, HandshakeCodec.MOST_PAYLOAD)).isNull();
                assertThat(in.position()).isZero();
            }
        }
    }

    @Test
    void buffer_inAnotherOrder_isReadAlike() {
        ByteBuffer in = ByteBuffer.wrap(FILE.frame(0)).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(CODEC.decode(in, HandshakeCodec.MOST_PAYLOAD)).isInstanceOf(HelloMessage.class);
    }

    @Test
    void nextMessage_beginsWhereTheValueEnds() {
        byte[] first = CODEC.encode(new HelloMessage("s", "d", ""));
        byte[] second = CODEC.encode(AcceptMessage.last());
        ByteBuffer in = ByteBuffer.allocate(first.length + second.length).put(first).put(second).flip();
        in.putInt(2, first.length - HEADER + second.length); // announces both as one

        assertThat(CODEC.decode(in, HandshakeCodec.MOST_PAYLOAD)).isInstanceOf(HelloMessage.class);
        assertThat(in.position()).isEqualTo(first.length);
        assertThat(CODEC.decode(in, HandshakeCodec.MOST_PAYLOAD)).isInstanceOf(AcceptMessage.class);
    }

    @Test
    void value_longerThanAnnounced_isReadIfItIsThere() {
        byte[] bytes = CODEC.encode(new HelloMessage("s", "d", ""));
        byte[] two = Arrays.copyOf(bytes, 2 * bytes.length);
        System.arraycopy(bytes, 0, two, bytes.length, bytes.length);
        ByteBuffer in = ByteBuffer.wrap(two).putInt(2, 10);

        assertThat(CODEC.decode(in, HandshakeCodec.MOST_PAYLOAD)).isEqualTo(new HelloMessage("s", "d", ""));
        assertThat(in.position()).isEqualTo(bytes.length);
        assertThat(CODEC.decode(in, HandshakeCodec.MOST_PAYLOAD)).isEqualTo(new HelloMessage("s", "d", ""));
    }

    @Test
    void value_longerThanAnnounced_isRefusedIfItIsNotThereOrTooLong() {
        byte[] bytes = CODEC.encode(new HelloMessage("s", "d", ""));
        ByteBuffer.wrap(bytes).putInt(2, 10);

        assertThat(refusal(Arrays.copyOf(bytes, bytes.length - 1)).check()).isEqualTo(HandshakeCheck.VALUE);
        assertThatThrownBy(() -> CODEC.decode(ByteBuffer.wrap(bytes), bytes.length - HEADER - 1))
                .isInstanceOf(HandshakeException.class);
    }

    @Test
    void bytes_ofAnotherProtocol_areRefusedAtTheFirst() {
        assertThat(refusal(new byte[] {'G'}))
                .hasMessage("the first byte of a message is 71 but must be 87 at offset 0");
        assertThat(refusal(new byte[] {87, 2})).hasMessage("the version of a message is 2 but must be 1 at offset 1");
    }

    @ParameterizedTest
    @ValueSource(longs = {65_536, 0x7fff_ffffL, 0x8000_0000L, 0xffff_ffffL})
    void length_overTheLimit_isRefusedBeforeAnythingElse(long length) {
        byte[] header = HexFormat.of().parseHex("5701%08x".formatted(length));

        assertThat(refusal(header)).hasMessage(
                "a message announces " + length + " bytes but may have 65535 at offset 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8})
    void length_tooShortForAnyMessage_isRefused(int length) {
        byte[] bytes = new byte[HEADER + length];
        ByteBuffer.wrap(bytes).put((byte) 87).put((byte) 1).putInt(length);

        assertThat(refusal(bytes).check()).isEqualTo(HandshakeCheck.VALUE);
    }

    /** An error without a text and an atom that is not UTF-8 are possible in Go, and no reason to have no connection. */
    @Test
    void introduce_withIdsOfWhatIsNoneHere_leavesThemOut() {
        IntroduceMessage whole = new IntroduceMessage("a@b", Version.none(), NetworkFlags.defaults(), 7, 0,
                Map.of(256, "atom"), Map.of(4096, "#t/Type"), Map.of(32768, Reason.TAKEN), "digest");
        String bytes = hex(CODEC.encode(whole));

        for (String[] table : new String[][] {
            {"9f0000000101000004" + hex("atom"), "9f0000000201010001ff01000004" + hex("atom")},
            {"9f0000000110000007" + hex("#t/Type"), "9f0000000210010001ff10000007" + hex("#t/Type")},
            {"9f000000018000", "9f00000002800100008000"}}) {
            String odd = bytes.replace(table[0], table[1]);
            assertThat(odd).isNotEqualTo(bytes);
            ByteBuffer in = ByteBuffer.wrap(HexFormat.of().parseHex(odd + "57"));
            in.putInt(2, in.capacity() - HEADER - 1);

            assertThat(CODEC.decode(in, HandshakeCodec.MOST_PAYLOAD)).isEqualTo(whole);
            assertThat(in.remaining()).isOne();
        }
    }

    private static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What is no table has to be right. */
    @Test
    void introduce_withADigestThatIsNoText_isRefused() {
        byte[] bytes = CODEC
                .encode(new IntroduceMessage("a@b", Version.none(), NetworkFlags.defaults(), 7, 0, null, null,
                        null, "d"));
        bytes[bytes.length - 1] = (byte) 0xff;

        assertThat(refusal(bytes).check()).isEqualTo(HandshakeCheck.VALUE);
    }

    @Test
    void introduce_ofRelease330_mayBeLonger() {
        byte[] bytes = longIntroduce();

        assertThat(bytes.length).isGreaterThan(HandshakeCodec.MOST_PAYLOAD);
        assertThat(CODEC.decode(ByteBuffer.wrap(bytes), LONG)).isInstanceOf(IntroduceMessage.class);
        assertThat(refusal(bytes).check()).isEqualTo(HandshakeCheck.HEADER);
    }

    /** From a short one, since a long one is never sent. */
    private static byte[] longIntroduce() {
        String filler = "x".repeat(250);
        Map<Integer, String> types = new LinkedHashMap<>();
        IntStream.range(4096, 4096 + 200).forEach(id -> types.put(id, filler));
        IntroduceMessage whole = new IntroduceMessage("a@b", Version.none(), NetworkFlags.none(), 1, 0, null, types,
                null, "");
        byte[] bytes = CODEC.encode(whole);
        int entries = 254 * 200;
        int copies = 3;
        int at = hex(bytes).indexOf("9f000000c8") / 2;
        ByteBuffer longer = ByteBuffer.allocate(bytes.length + (copies - 1) * entries);
        longer.put(bytes, 0, at + 5);
        for (int i = 0; i < copies; i++) {
            longer.put(bytes, at + 5, entries);
        }
        longer.put(bytes, at + 5 + entries, bytes.length - at - 5 - entries);
        return longer.putInt(at + 1, 200 * copies).putInt(2, longer.capacity() - HEADER).array();
    }

    @Test
    void message_tooLongForPeers_isNotSent() {
        Map<Integer, String> types = new LinkedHashMap<>();
        IntStream.range(4096, 4096 + 400).forEach(id -> types.put(id, "x".repeat(250)));
        IntroduceMessage introduce = new IntroduceMessage("a@b", Version.none(), NetworkFlags.none(), 1, 0, null,
                types, null, "");
        HelloMessage hello = new HelloMessage("x".repeat(33_000), "x".repeat(33_000), "");
        HelloMessage text = new HelloMessage("x".repeat(70_000), "", "");

        assertThat(unsendable(introduce)).contains("Introduce takes").contains("announce fewer");
        assertThat(unsendable(hello)).contains("Hello takes 66055 bytes").doesNotContain("announce");
        assertThat(unsendable(text)).startsWith("Hello cannot be sent: ");
    }

    private static String unsendable(HandshakeMessage message) {
        HandshakeException refusal = catchThrowableOfType(HandshakeException.class, () -> CODEC.encode(message));
        assertThat(refusal.check()).isEqualTo(HandshakeCheck.UNSENDABLE);
        return refusal.getMessage();
    }

    @Test
    void flags_ofAnIntroduce_areWrittenAsTheyWereRead() {
        for (long bits : new long[] {0x70fef, 0x66, 0}) {
            IntroduceMessage introduce = new IntroduceMessage("a@b", Version.none(), new NetworkFlags(bits), 1, 0, null,
                    null, null, "");

            assertThat(HandshakeVectors.message(CODEC.encode(introduce))).isEqualTo(introduce);
        }
    }

    @Test
    void message_printed_tellsNoSecrets() {
        String secret = "c0ffee".repeat(10);
        IntroduceMessage introduce = new IntroduceMessage("a\n@b", Version.none(), NetworkFlags.none(), 1, 0, null,
                null, null, secret);

        assertThat(List.of(new HelloMessage(secret, secret, secret), introduce, AcceptMessage.answer(secret, secret),
                new JoinMessage("a\n@b", secret, secret, secret), new RejectMessage("too\nbusy")))
                .map(HandshakeMessage::toString)
                .containsExactly("Hello", "Introduce of a?@b", "Accept", "Join of a?@b", "Reject: too?busy");
    }

    /** By its first byte: what would follow it, a stranger chooses. */
    @ParameterizedTest
    @ValueSource(strings = {"9101", "ff", "82", "8200039f84849f00000002"})
    void value_thatIsNoMessage_isRefusedBeforeItIsRead(String hex) {
        byte[] bytes = HexFormat.of().parseHex("5701%08x".formatted(hex.length() / 2) + hex);

        assertThat(refusal(bytes)).hasMessage("a message cannot be read: "
                + "a value of a registered type is expected and there is none at offset 6");
    }

    @Test
    void value_ofAnotherRegisteredType_isRefused() {
        EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());
        FrameworkTypes.registerBasics(registry);
        EdfWriter out = registry.writer(EncodeTables.none());
        out.putMessage(Version.none());
        byte[] bytes = ByteBuffer.allocate(HEADER + out.size()).put((byte) 87).put((byte) 1).putInt(out.size())
                .put(out.toBytes()).array();

        assertThat(refusal(bytes)).hasMessage("a value is no message of the handshake at offset 6");
    }

    @Test
    void type_notOfTheHandshake_isNamed() {
        byte[] bytes = HexFormat.of().parseHex("570100000007" + "830004" + "23612f0a"); // #a/ and a line feed

        assertThat(refusal(bytes)).hasMessage("a message cannot be read: the type #a/? is not registered here, "
                + "so its fields are not known at offset 13").hasNoCause();
    }

    @Test
    void type_withALongName_leavesRoomForTheReason() {
        String name = "23" + "61".repeat(4094);
        byte[] bytes = HexFormat.of().parseHex("570100001002" + "830fff" + name);

        assertThat(refusal(bytes).getMessage()).contains("aaa… is not registered here, so its fields are not known")
                .hasSizeLessThan(260);
    }

    @Test
    void error_insideAMessage_tellsOneOffsetAndTheWay() {
        byte[] bytes = FILE.frame(2);
        ByteBuffer.wrap(bytes).putInt(2, bytes.length - HEADER - 1);

        assertThat(refusal(Arrays.copyOf(bytes, bytes.length - 1)).getMessage())
                .containsOnlyOnce("at offset").contains("MessageIntroduce.digest");
    }

    @Test
    void countBeyondTheBytes_isRefusedWithoutAllocation() {
        byte[] bytes = FILE.frame(2);
        int at = hex(bytes).indexOf("9f00000003") / 2;
        ByteBuffer.wrap(bytes).putInt(at + 1, -1);

        assertThat(refusal(bytes)).hasMessageContaining("4294967295 items are announced");
        assertThat(Allocated.bytes(() -> refusal(bytes))).isLessThan((long) Allocated.PER_BYTE * bytes.length);
    }

    @Test
    void count_overAllIdsThatThereAre_isRefused() {
        byte[] most = Parties.introduceOf(65_536, "");
        byte[] more = Parties.introduceOf(65_537, "");

        assertThat(CODEC.decode(ByteBuffer.wrap(most), most.length)).isInstanceOf(IntroduceMessage.class);
        assertThatThrownBy(() -> CODEC.decode(ByteBuffer.wrap(more), more.length))
                .isInstanceOf(HandshakeException.class).hasMessageContaining("65537 items are announced, more than");
    }

    @Test
    void payloadCutAndAnnouncedSo_isRefusedProperly() {
        for (byte[] bytes : FILE.allMessages()) {
            for (int length = 0; length < bytes.length - HEADER; length++) {
                byte[] cut = Arrays.copyOf(bytes, HEADER + length);
                ByteBuffer.wrap(cut).putInt(2, length);
                assertThat(refusal(cut).check()).isEqualTo(HandshakeCheck.VALUE);
            }
        }
    }

    @Test
    void beginnings_ofWhatBadClientsSend_areWaitedForOrRefusedProperly() {
        assertThat(FILE.badClients()).isNotEmpty().allSatisfy(bytes -> {
            for (int length = 0; length <= bytes.length; length++) {
                tryDecode(Arrays.copyOf(bytes, length));
            }
        });
    }

    /** Any other exception goes through and fails the test. */
    private static @Nullable HandshakeException tryDecode(byte[] bytes) {
        try {
            CODEC.decode(ByteBuffer.wrap(bytes), HandshakeCodec.MOST_PAYLOAD);
            return null;
        } catch (HandshakeException e) {
            assertThat(e.offset()).isBetween(0, bytes.length);
            assertThat(e.getStackTrace()).isEmpty();
            return e;
        }
    }

    private static HandshakeException refusal(byte[] bytes) {
        HandshakeException refusal = tryDecode(bytes);
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
