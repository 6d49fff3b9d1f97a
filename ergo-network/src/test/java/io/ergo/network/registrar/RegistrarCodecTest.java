package io.ergo.network.registrar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.ergo.Reason;
import io.ergo.Version;
import io.ergo.network.Allocated;
import io.ergo.network.framework.Route;
import io.ergo.network.registrar.RegistrarPacket.Register;
import io.ergo.network.registrar.RegistrarPacket.RegisterReply;
import io.ergo.network.registrar.RegistrarPacket.Resolve;
import io.ergo.network.registrar.RegistrarPacket.ResolveReply;
import io.ergo.network.registrar.RegistrarPacket.Unknown;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RegistrarCodecTest {

    private static final RegistrarCodec CODEC = new RegistrarCodec();
    private static final Route ROUTE = new Route("", 15703, false, version("EHS"), version("ENP"));
    private static final int HEADER = 4;

    private static Version version(String name) {
        return Version.of(name, "R1").withLicense(Version.MIT);
    }

    @Test
    void recordedPackets_readAndWritten_areTheSameBytes() throws IOException {
        assertThat(recorded()).hasSizeGreaterThan(8).allSatisfy(hex -> {
            ByteBuffer in = ByteBuffer.wrap(HexFormat.of().parseHex(hex));

            RegistrarPacket packet = CODEC.decode(in);

            assertThat(in.hasRemaining()).isFalse();
            assertThat(CODEC.decode(in.flip().order(ByteOrder.LITTLE_ENDIAN))).isEqualTo(packet);
            assertThat(HexFormat.of().formatHex(CODEC.encode(packet))).isEqualTo(hex);
        });
    }

    @Test
    void recordedPackets_areReadIntoTheirParts() throws IOException {
        assertThat(recorded().stream().map(hex -> CODEC.decode(ByteBuffer.wrap(HexFormat.of().parseHex(hex)))))
                .contains(new Register("cli@localhost", List.of(ROUTE)), new Register("empty@localhost", null),
                        new RegisterReply(null), new RegisterReply(Reason.TAKEN), new RegisterReply(Reason.INCORRECT),
                        new Resolve("nosuch@localhost"), new ResolveReply(null, Reason.UNKNOWN),
                        new ResolveReply(List.of(ROUTE), null));
    }

    /** All packets of the recording but those with a wrong version. */
    private static Set<String> recorded() throws IOException {
        Set<String> recorded = new LinkedHashSet<>();
        try (InputStream in = RegistrarCodecTest.class.getResourceAsStream("/vectors/registrar.json")) {
            JsonNode root = JsonMapper.shared().readTree(Objects.requireNonNull(in, "registrar.json"));
            for (JsonNode exchange : root.get("exchanges")) {
                for (JsonNode event : exchange.get("events")) {
                    if (event.has("hex") && event.get("hex").asString().startsWith("01")) {
                        recorded.add(event.get("hex").asString());
                    }
                }
            }
        }
        return recorded;
    }

    @Test
    void version_otherThanOne_isRefusedAtTheFirstByte() {
        assertThat(refusal(new byte[] {2})).hasMessage("the version of a packet is 2 but must be 1 at offset 0");
    }

    @Test
    void packet_incomplete_isWaitedFor() throws IOException {
        for (byte[] bytes : packets()) {
            for (int length = 0; length < bytes.length; length++) {
                ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
                assertThat(CODEC.decode(in)).isNull();
                assertThat(in.position()).isZero();
            }
        }
    }

    /** What was recorded, and each kind in full. */
    private static List<byte[]> packets() throws IOException {
        List<byte[]> packets = new ArrayList<>();
        recorded().forEach(hex -> packets.add(HexFormat.of().parseHex(hex)));
        for (RegistrarPacket packet : List.of(new Register("cli@localhost", List.of(ROUTE)),
                new RegisterReply(Reason.TAKEN), new Resolve("a@b"),
                new ResolveReply(List.of(ROUTE, ROUTE), Reason.UNKNOWN))) {
            packets.add(CODEC.encode(packet));
        }
        return packets;
    }

    @Test
    void payloadCutAndAnnouncedSo_isRefused() throws IOException {
        for (byte[] bytes : packets()) {
            for (int length = 0; length < bytes.length - HEADER; length++) {
                byte[] cut = bytes.clone();
                ByteBuffer.wrap(cut).putShort(2, (short) length);
                refusal(cut);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {48, 49, 50, 0, 255})
    void packet_ofAnUnknownKind_isSkipped(int kind) {
        byte[] next = CODEC.encode(new RegisterReply(null));
        ByteBuffer in = ByteBuffer.allocate(HEADER + 3 + next.length).put((byte) 1).put((byte) kind).putShort((short) 3)
                .put(new byte[3]).put(next).flip();

        assertThat(CODEC.decode(in)).isEqualTo(new Unknown(kind, 3));
        assertThat(CODEC.decode(in)).isEqualTo(new RegisterReply(null));
    }

    @ParameterizedTest
    @ValueSource(ints = {1021, 65_535})
    void length_overTheLimitOfTheKind_isRefusedBeforeTheBytesCome(int length) {
        byte[] header = HexFormat.of().parseHex("012d%04x".formatted(length));

        assertThat(refusal(header)).hasMessage(
                "a packet REGISTER_REPLY announces " + length + " bytes but may have 1020 at offset 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8})
    void length_tooShortForAnyPacket_isRefused(int length) {
        byte[] bytes = new byte[HEADER + length];
        ByteBuffer.wrap(bytes).put((byte) 1).put((byte) 44).putShort((short) length);

        refusal(bytes);
    }

    @Test
    void packet_withTheValueOfAnother_isRefused() {
        byte[] bytes = CODEC.encode(new RegisterReply(null));
        bytes[1] = 44;

        assertThat(refusal(bytes)).hasMessage("a packet REGISTER holds something else at offset 4");
    }

    /** As Go nodes do. */
    @Test
    void bytesBehindTheValue_areSkipped() {
        byte[] bytes = CODEC.encode(new RegisterReply(null));
        ByteBuffer longer = ByteBuffer.allocate(bytes.length + 1).put(bytes).putShort(2,
                (short) (bytes.length + 1 - HEADER)).rewind();

        assertThat(CODEC.decode(longer)).isEqualTo(new RegisterReply(null));
        assertThat(longer.hasRemaining()).isFalse();
        assertThat(CODEC.decodeDatagram(longer.rewind())).isEqualTo(new RegisterReply(null));
    }

    /** By its first byte: what would follow it, anybody chooses. */
    @ParameterizedTest
    @ValueSource(strings = {"", "9101", "82", "8200039f84849f00000002"})
    void value_thatIsNoPacket_isRefusedBeforeItIsRead(String hex) {
        byte[] bytes = HexFormat.of().parseHex("012d%04x".formatted(hex.length() / 2) + hex);

        assertThat(refusal(bytes)).hasMessage("a packet REGISTER_REPLY cannot be read: "
                + "a value of a registered type is expected and there is none at offset 4");
    }

    @Test
    void type_withALongName_leavesRoomForTheReason() {
        byte[] bytes = HexFormat.of().parseHex("012c0403" + "830400" + "61".repeat(1024));

        assertThat(refusal(bytes).getMessage()).contains("aaa… is not registered here, so its fields are not known")
                .containsOnlyOnce("at offset");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_000_001, 4000})
    void countBeyondTheBytes_isRefusedWithoutAllocation(int count) {
        byte[] bytes = CODEC.encode(new Register("cli@localhost", List.of(ROUTE)));
        int at = HexFormat.of().formatHex(bytes).indexOf("9d00000001") / 2;
        ByteBuffer.wrap(bytes).putInt(at + 1, count);

        assertThat(refusal(bytes)).hasMessageContaining("items are announced");
        assertThat(Allocated.bytes(() -> refusal(bytes))).isLessThan((long) Allocated.PER_BYTE * bytes.length);
    }

    /** The most routes in the fewest bytes, at once and in single bytes. */
    @Test
    void packet_ofNothingButSmallRoutes_isReadWithBoundedMemory() {
        Version none = Version.none();
        Route least = new Route("", 0, false, none, none);
        byte[] bytes = CODEC.encode(new Register("a@b", Collections.nCopies(190, least)));
        ByteBuffer in = ByteBuffer.wrap(bytes);

        long bound = (long) Allocated.PER_BYTE * bytes.length;
        assertThat(bytes.length).isGreaterThan(3500);
        assertThat(Allocated.bytes(() -> CODEC.decode(in.rewind()))).isLessThan(bound + Allocated.MIB);
        assertThat(Allocated.bytes(() -> {
            for (int length = 0; length < bytes.length; length++) {
                CODEC.decode(in.rewind().limit(length));
            }
        })).isLessThan(bound);
    }

    @Test
    void datagram_thatIsNotOnePacket_isRefused() {
        byte[] bytes = CODEC.encode(new Resolve("a@b"));
        ByteBuffer twice = ByteBuffer.allocate(2 * bytes.length).put(bytes).put(bytes).flip();
        ByteBuffer half = ByteBuffer.wrap(bytes, 0, bytes.length / 2);

        assertThat(CODEC.decodeDatagram(ByteBuffer.wrap(bytes))).isEqualTo(new Resolve("a@b"));
        assertThatExceptionOfType(RegistrarException.class).isThrownBy(() -> CODEC.decodeDatagram(twice));
        assertThatExceptionOfType(RegistrarException.class).isThrownBy(() -> CODEC.decodeDatagram(half));
        assertThatExceptionOfType(RegistrarException.class)
                .isThrownBy(() -> CODEC.decodeDatagram(ByteBuffer.allocate(0)));
    }

    @Test
    void packet_tooLongForOneRead_isNotSent() {
        List<Route> routes = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            routes.add(ROUTE);
        }

        assertThatExceptionOfType(RegistrarException.class)
                .isThrownBy(() -> CODEC.encode(new Register("cli@localhost", routes)))
                .withMessageContaining("but may take 4096");
        assertThatExceptionOfType(RegistrarException.class)
                .isThrownBy(() -> CODEC.encode(new RegisterReply(Reason.of("x".repeat(1000)))))
                .withMessageContaining("but may take 1024");
        assertThatExceptionOfType(RegistrarException.class)
                .isThrownBy(() -> CODEC.encode(new Resolve("x".repeat(256))));
    }

    @Test
    void unknownPacket_isNotSent() {
        assertThatIllegalArgumentException().isThrownBy(() -> CODEC.encode(new Unknown(48, 0)));
    }

    private static @Nullable RegistrarException tryDecode(byte[] bytes) {
        try {
            CODEC.decode(ByteBuffer.wrap(bytes));
            return null;
        } catch (RegistrarException e) {
            assertThat(e.offset()).isBetween(0, bytes.length);
            assertThat(e.getStackTrace()).isEmpty();
            return e;
        }
    }

    private static RegistrarException refusal(byte[] bytes) {
        RegistrarException refusal = tryDecode(bytes);
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
