package io.ergo.network.enp.request;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.network.Allocated;
import io.ergo.network.OddErrors;
import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EdfException;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfList;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfType;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.edf.Schema;
import io.ergo.network.edf.WireType;
import io.ergo.network.enp.IdWords;
import io.ergo.network.enp.MessageAny;
import io.ergo.network.enp.request.AnyPayload.Kind;
import io.ergo.network.framework.FrameworkTypes;
import io.ergo.network.framework.ProcessOptionsExtra;
import io.ergo.network.framework.Release;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Requests of one release that are read as those of another. */
class AnyPayloadTest {

    private static final Map<Release, EdfRegistry> REGISTRIES = new EnumMap<>(Release.class);
    private static final Pid PARENT = new Pid("a", 1005, 1);

    static Stream<Arguments> mistakes() {
        return Stream.of(Release.values()).flatMap(written -> Stream.of(Release.values())
                .filter(read -> read != written).flatMap(read -> Stream.of(
                        arguments(Samples.spawn(PARENT), Kind.SPAWN, written, read),
                        arguments(Samples.applicationInfo(), Kind.APPLICATION_INFO, written, read))));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void message_ofAnotherRelease_isRecognisedAndKeepsItsRef(Object message, Kind kind, Release written, Release read) {
        for (AnyPayload payload : List.of(read(read, bytes(written, message)), readWithIds(written, message, read))) {
            assertThat(payload).isInstanceOfSatisfying(AnyPayload.Undecodable.class, other -> {
                assertThat(other.kind()).isEqualTo(kind);
                assertThat(other.error().isMisfit()).as(other.error().getMessage()).isTrue();
                assertThat(other.ref()).isEqualTo(IdWords.of(Samples.REF));
            });
        }
    }

    /** With ids in place of the names. */
    private static AnyPayload readWithIds(Release written, Object message, Release read) {
        EncodeTables ids = EncodeTables.numbered(List.of(),
                written.schemas().stream().map(Schema::name).toList(), List.of(), Map.of());
        EdfWriter out = registry(written).writer(ids);
        out.putMessage(message);
        return AnyPayload.read(registry(read).reader(DecodeTables.none()), ids.asDecoded(),
                new MessageAny(0, Unpooled.wrappedBuffer(out.toBytes())));
    }

    @Test
    void request_thatCannotBeDecoded_isAnsweredAsItsKindHasIt() {
        Reason error = Reason.UNSUPPORTED;

        assertThat(MessageResult.failed(undecodable(Samples.spawn(PARENT)), "a", 1, error))
                .isEqualTo(new MessageResult(error, new Pid("", 0, 0), Samples.REF));
        assertThat(MessageResult.failed(undecodable(Samples.applicationStart()), "a", 1, error))
                .isEqualTo(new MessageResult(error, null, Samples.REF));
        assertThatThrownBy(() -> MessageResult.failed(undecodable(Samples.applicationInfo()), "a", 1, error))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static AnyPayload.Undecodable undecodable(Object message) {
        return (AnyPayload.Undecodable) read(Release.V3_1, bytes(Release.V3_3, message));
    }

    @Test
    void start_ofAnApplicationOfAnotherRelease_isRecognisedAndKeepsItsRef() {
        for (Release early : List.of(Release.V3_1, Release.V3_2)) {
            for (var payload : List.of(read(early, bytes(Release.V3_3, Samples.applicationStart())),
                    read(Release.V3_3, bytes(early, Samples.applicationStart())))) {
                assertThat(payload).isInstanceOfSatisfying(AnyPayload.Undecodable.class, other -> {
                    assertThat(other.kind()).isEqualTo(Kind.APPLICATION_START);
                    assertThat(other.error().isMisfit()).as(other.error().getMessage()).isTrue();
                    assertThat(other.ref()).isEqualTo(IdWords.of(Samples.REF));
                });
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Release.class)
    void message_ofTheSameRelease_isRead(Release release) {
        for (Object message : List.of(Samples.spawn(PARENT), Samples.applicationStart(), Samples.applicationInfo())) {
            assertThat(read(release, bytes(release, message))).isInstanceOfSatisfying(AnyPayload.Message.class,
                    read -> assertThat(read.message()).hasSameClassAs(message));
        }
    }

    @Test
    void message_thatIsTheSameInAllReleases_mayGoOn() {
        MessageLinkPid link = new MessageLinkPid(PARENT, PARENT, Samples.REF);
        byte[] bytes = bytes(Release.V3_1, link);

        assertThat(read(Release.V3_3, Arrays.copyOf(bytes, bytes.length + 5))).isEqualTo(new AnyPayload.Message(link));
    }

    @Test
    void bytes_thatAreWrongInAllReleases_areRefused() {
        byte[] bytes = bytes(Release.V3_1, new MessageLinkPid(PARENT, PARENT, Samples.REF));

        assertThatThrownBy(() -> read(Release.V3_1, Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(EdfException.class);
    }

    @Test
    void result_thatEndsTooEarly_isRefused() {
        byte[] bytes = bytes(Release.V3_1, new MessageResult(null, PARENT, Samples.REF));

        assertThatThrownBy(() -> read(Release.V3_1, Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(EdfException.class);
    }

    @Test
    void everyBeginning_ofASpawn_isRefusedOrOfAnotherLayout() {
        byte[] bytes = bytes(Release.V3_2, Samples.spawn(PARENT));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            try {
                assertThat(read(Release.V3_2, cut)).isInstanceOf(AnyPayload.Undecodable.class);
            } catch (EdfException e) {
                assertThat(e.offset()).isNotNegative();
            }
        }
    }

    @EdfType("#test/Argument")
    record Argument(String text) {}

    @Test
    void spawn_withArgumentsThatCannotBeDecoded_saysWhyAndIsNotOfAnotherLayout() {
        EdfRegistry sender = new EdfRegistry(EdfLimits.defaults());
        sender.register(Argument.class);
        FrameworkTypes.register(sender, Release.V3_2, Requests.records());
        ProcessOptionsExtra options = Samples.spawn(PARENT).options();
        byte[] bytes = bytes(sender, spawnWith(options, List.of(new Argument("x"))));

        assertThat(read(Release.V3_2, bytes)).isInstanceOfSatisfying(AnyPayload.Undecodable.class, it -> {
            assertThat(it.kind()).isEqualTo(Kind.SPAWN);
            assertThat(it.error().isMisfit()).isFalse();
            assertThat(it.error()).hasMessageContaining("#test/Argument is not registered");
            assertThat(it.ref()).isEqualTo(IdWords.of(Samples.REF));
        });
    }

    @Test
    void spawn_withArgumentsBeyondALimit_isNotOfAnotherLayout() {
        ProcessOptionsExtra options = Samples.spawn(PARENT).options();
        byte[] bytes = bytes(Release.V3_2, spawnWith(options, List.of(1L, 2L, 3L, 4L, 5L)));
        EdfRegistry small = new EdfRegistry(EdfLimits.defaults().withCount(4));
        FrameworkTypes.register(small, Release.V3_2, Requests.records());

        assertThat(read(small, Unpooled.wrappedBuffer(bytes))).isInstanceOfSatisfying(AnyPayload.Undecodable.class,
                it -> {
                    assertThat(it.error().isMisfit()).isFalse();
                    assertThat(it.error()).hasMessageContaining("more than the limit of 4");
                });
    }

    private static MessageSpawn spawnWith(ProcessOptionsExtra options, List<Object> arguments) {
        return new MessageSpawn("worker",
                new ProcessOptionsExtra(options.processOptions(), PARENT, PARENT, null, options.parentLogLevel(),
                        options.tracing(), "", "", false, Samples.REF, arguments),
                Samples.REF);
    }

    /** Nobody waits for an answer to it. */
    @Test
    void sliceOfSpawns_thatIsWrong_isRefused() {
        EdfList spawns = EdfList.slice(
                new WireType.Registered("#ergo.services/ergo/net/proto/MessageSpawn"), List.of(Samples.spawn(PARENT)));
        byte[] bytes = bytes(Release.V3_2, spawns);

        assertThatThrownBy(() -> read(Release.V3_2, Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(EdfException.class);
    }

    @Test
    void message_outsideTheHeap_isRead() {
        Object message = Samples.spawn(PARENT);
        byte[] bytes = bytes(Release.V3_2, message);

        for (ByteBuf in : List.of(Unpooled.directBuffer().writeBytes(bytes), Unpooled.wrappedBuffer(
                Unpooled.copiedBuffer(bytes, 0, 9), Unpooled.copiedBuffer(bytes, 9, bytes.length - 9)))) {
            assertThat(read(registry(Release.V3_2), in)).isInstanceOfSatisfying(AnyPayload.Message.class,
                    it -> assertThat(it.message()).hasSameClassAs(message));
        }
    }

    private static byte[] bytes(Release release, Object message) {
        return bytes(registry(release), message);
    }

    /** Names are any bytes in Go, and errors may have no text. */
    @Test
    void update_withIdsOfWhatIsNoneHere_leavesThemOut() {
        MessageUpdateCache whole = new MessageUpdateCache(Map.of(256, "a"), Map.of("m", "n"), Map.of(4096, "#t/T"),
                Map.of(32768, Reason.TAKEN), Samples.REF);
        String bytes = HexFormat.of().formatHex(bytes(Release.V3_3, whole));

        for (String[] table : new String[][] {{"9f0000000101000001", "9f0000000201010001ff01000001"},
            {"9f0000000100016d", "9f000000020001ff00017800016d"},
            {"9f0000000110000004", "9f0000000210010001ff10000004"},
            {"9f000000018000", "9f00000002800100008000"}}) {
            String odd = bytes.replace(table[0], table[1]);
            assertThat(odd).isNotEqualTo(bytes);

            assertThat(read(Release.V3_3, HexFormat.of().parseHex(odd))).isEqualTo(new AnyPayload.Message(whole));
        }
    }

    /** Left out, the atom would be read as if nothing took its place. */
    @Test
    void update_thatReplacesAnAtomByWhatIsNone_isRefused() {
        MessageUpdateCache update = new MessageUpdateCache(null, Map.of("m", "n"), null, null, Samples.REF);
        String bytes = HexFormat.of().formatHex(bytes(Release.V3_3, update));
        String odd = bytes.replace("9f0000000100016d00016e", "9f0000000100016d0001ff");
        assertThat(odd).isNotEqualTo(bytes);

        assertThatThrownBy(() -> read(Release.V3_3, HexFormat.of().parseHex(odd))).isInstanceOf(EdfException.class)
                .hasMessageContaining("not UTF-8");
    }

    /** Also where a name that is no text stands in front. */
    @Test
    void update_beyondALimit_isRefused() {
        Map<Integer, String> four = Map.of(4096, "#t/A", 4097, "#t/B", 4098, "#t/C", 4099, "#t/D");
        EdfLimits fewItems = EdfLimits.defaults().withCount(3);
        EdfLimits fewBytes = EdfLimits.defaults().withBytes(3);
        EdfLimits enough = EdfLimits.defaults().withCount(4).withBytes(4);
        MessageUpdateCache update = new MessageUpdateCache(Map.of(256, "a"), null, four, null, Samples.REF);
        String bytes = HexFormat.of().formatHex(bytes(Release.V3_3, update));
        String odd = bytes.replace("9f0000000101000001" + "61", "9f0000000101000001" + "ff");
        assertThat(odd).isNotEqualTo(bytes);

        for (String each : List.of(bytes, odd)) {
            assertThat(readWithin(enough, each)).isInstanceOf(AnyPayload.Message.class);
            assertThatThrownBy(() -> readWithin(fewItems, each)).isInstanceOf(EdfException.class)
                    .hasMessageContaining("4 items are announced, more than the limit of 3");
            assertThatThrownBy(() -> readWithin(fewBytes, each)).isInstanceOf(EdfException.class)
                    .hasMessageContaining("4 bytes, more than the limit of 3");
        }
    }

    private static AnyPayload readWithin(EdfLimits limits, String hex) {
        EdfRegistry registry = new EdfRegistry(limits);
        FrameworkTypes.register(registry, Release.V3_3, Requests.records());
        return read(registry, Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex)));
    }

    /** As many as there are ids, in the fewest bytes, and the last one without a text. */
    @Test
    void update_ofNothingButSmallErrors_isReadWithBoundedMemory() {
        byte[] empty = bytes(Release.V3_3, new MessageUpdateCache(null, null, null, Map.of(), Samples.REF));
        byte[] bytes = OddErrors.fill(empty, 65_536);
        EdfReader in = registry(Release.V3_3).reader(DecodeTables.none());

        for (ByteBuf payload : List.of(Unpooled.wrappedBuffer(bytes), Unpooled.directBuffer().writeBytes(bytes))) {
            MessageAny frame = new MessageAny(0, payload);
            assertThat(AnyPayload.read(in, DecodeTables.none(), frame))
                    .isInstanceOfSatisfying(AnyPayload.Message.class,
                            read -> assertThat(read.message()).isInstanceOfSatisfying(MessageUpdateCache.class,
                                    update -> assertThat(update.errCache()).hasSize(65_535)));

            long allocated = Allocated
                    .bytes(() -> AnyPayload.read(in, DecodeTables.none(), frame));

            assertThat(allocated).isLessThan((long) Allocated.PER_BYTE * bytes.length + Allocated.MIB);
            assertThat(payload.release()).isTrue();
        }
    }

    private static byte[] bytes(EdfRegistry registry, Object message) {
        EdfWriter out = registry.writer(EncodeTables.none());
        out.putMessage(message);
        return out.toBytes();
    }

    /** With other bytes around it, as in a frame. */
    private static AnyPayload read(Release release, byte[] bytes) {
        byte[] frame = new byte[bytes.length + 16];
        System.arraycopy(bytes, 0, frame, 8, bytes.length);
        return read(registry(release), Unpooled.wrappedBuffer(frame, 8, bytes.length));
    }

    private static AnyPayload read(EdfRegistry registry, ByteBuf bytes) {
        AnyPayload payload = AnyPayload.read(registry.reader(DecodeTables.none()), DecodeTables.none(),
                new MessageAny(0, bytes));
        assertThat(bytes.release()).isTrue();
        return payload;
    }

    private static EdfRegistry registry(Release release) {
        return REGISTRIES.computeIfAbsent(release, _ -> {
            EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());
            FrameworkTypes.register(registry, release, Requests.records());
            return registry;
        });
    }
}
