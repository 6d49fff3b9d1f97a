package io.ergo.network.dialect;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Version;
import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.edf.EdfType;
import io.ergo.network.edf.EdfValue;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.edf.Schema;
import io.ergo.network.edf.TypeExpression;
import io.ergo.network.enp.request.MessageLinkPid;
import io.ergo.network.framework.NetworkFlags;
import io.ergo.network.framework.Release;
import io.ergo.network.handshake.HandshakeCodec;
import io.ergo.network.handshake.IntroduceMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DialectTest {

    private static final Ref REF = new Ref("b", 1, 2, 3, 0);

    private final NetworkTypes types = new NetworkTypes(Release.V3_2, EdfLimits.defaults());

    @EdfType("#example.test/dialect/Order")
    record Order(long number, Pid buyer) {}

    @EdfType("#example.test/dialect/Wrong")
    record Wrong(Thread thread) {}

    @Test
    void twoNodes_thatAnnouncedTheirTables_understandEachOther() {
        types.register(registry -> registry.register(Order.class));
        NetworkTypes others = new NetworkTypes(Release.V3_2, EdfLimits.defaults());
        others.register(registry -> registry.register(Order.class));
        EncodeTables here = types.announced(List.of("a@localhost"), Map.of());
        EncodeTables there = others.announced(List.of(), Map.of());
        Dialect sender = Dialect.of(types, here, there.asDecoded(), NetworkFlags.defaults());
        Dialect receiver = Dialect.of(others, there, here.asDecoded(), NetworkFlags.defaults());
        Order order = new Order(17, new Pid("a@localhost", 1005, 1));

        byte[] bytes = written(sender, order);

        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo("83" + hex(here.types().get("#example.test/dialect/Order"))
                        + "0000000000000011" + "0100" + "00000000000003ed" + "0000000000000001");
        assertThat(read(receiver, bytes)).isEqualTo(order);
    }

    @ParameterizedTest
    @EnumSource(Release.class)
    void peer_ofAnotherRelease_isTalkedToInItsLayouts(Release release) {
        DecodeTables peer = new NetworkTypes(release, EdfLimits.defaults()).announced(List.of(), Map.of()).asDecoded();

        Dialect dialect = Dialect.of(types, EncodeTables.none(), peer, NetworkFlags.defaults());

        assertThat(dialect.release()).isEqualTo(release);
        assertThat(dialect.registry().schemas()).isEqualTo(release.schemas());
        assertThat(Dialect.of(types, EncodeTables.none(), peer, NetworkFlags.defaults(),
                DialectOptions.defaults().withRelease(Release.V3_1)).release()).isEqualTo(Release.V3_1);
    }

    @Test
    void peer_withoutAnnouncement_isOfTheOwnRelease() {
        Dialect dialect = Dialect.of(types, EncodeTables.none(), DecodeTables.none(), NetworkFlags.defaults());

        assertThat(dialect.release()).isEqualTo(Release.V3_2);
        assertThat(dialect.registry()).isSameAs(types.registry(Release.V3_2));
    }

    @Test
    void announcement_hasIdsInTheOrderOfRegistration() {
        types.register(registry -> registry.register(Order.class));

        EncodeTables tables = types.announced(List.of("x", "y", "x"), Map.of("y", "z"));

        assertThat(tables.atoms()).containsExactlyInAnyOrderEntriesOf(Map.of("x", 256, "z", 257));
        assertThat(tables.types()).hasSize(Release.V3_2.schemas().size() + 1)
                .containsEntry("#ergo.services/ergo/gen/Env", 4096)
                .containsEntry("#example.test/dialect/Order", 4096 + Release.V3_2.schemas().size());
        assertThat(tables.errors()).hasSize(15).containsEntry(Reason.INCORRECT, 32768)
                .containsEntry(Reason.PANIC, 32782);
    }

    @Test
    void announcement_ofTooMuch_leavesTheRestOut() {
        List<String> atoms = IntStream.range(0, 3000).mapToObj("atom%05d"::formatted).toList();

        EncodeTables tables = types.announced(atoms, Map.of());

        assertThat(tables.atoms()).hasSize(16 * 1024 / 13).containsKey("atom00000").doesNotContainKey("atom02999");
    }

    @Test
    void announcement_ofTooMuch_fitsIntoTheIntroduceAsItIsSent() {
        NetworkTypes many = new NetworkTypes(Release.V3_3, EdfLimits.defaults());
        many.register(registry -> IntStream.range(0, 3000).forEach(i -> registry
                .register(new Schema.Struct("#example.test/%s/Type%d".formatted("p".repeat(40), i), List.of()))));
        List<String> atoms = IntStream.range(0, 3000).mapToObj("a%05d"::formatted).toList();
        Map<String, String> mapping = atoms.stream().collect(Collectors.toMap(a -> a, a -> a + "x".repeat(249)));

        EncodeTables tables = many.announced(atoms, mapping);

        DecodeTables announced = tables.asDecoded();
        byte[] introduce = new HandshakeCodec().encode(new IntroduceMessage("n".repeat(255), Version.none(),
                NetworkFlags.defaults(), 1, 0, announced.atoms(), announced.types(), announced.errors(),
                "d".repeat(64)));
        assertThat(introduce).hasSizeLessThan(60_000);
        assertThat(tables.atoms()).hasSize(16 * 1024 / (255 + 4));
        assertThat(tables.types()).hasSizeLessThan(1000);
    }

    @Test
    void types_registeredLater_areKnownForAllReleases() {
        types.registry(Release.V3_1);
        types.register(registry -> registry.register(Order.class));

        for (Release release : Release.values()) {
            assertThat(types.registry(release).schema("#example.test/dialect/Order")).isPresent();
        }
    }

    @Test
    void types_thatCannotBeSent_areRefusedAtOnce() {
        assertThatThrownBy(() -> types.register(registry -> registry.register(Wrong.class)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("thread");
        assertThat(types.registry(Release.V3_3).schema("#example.test/dialect/Wrong")).isEmpty();
    }

    /** In a release without a peer so far there is no registry yet. */
    @Test
    void type_withANameOfAnotherRelease_isRefusedAtOnce() {
        Schema tracing = new Schema.Struct("#ergo.services/ergo/gen/Tracing", List.of());

        assertThatThrownBy(() -> types.register(registry -> registry.register(tracing)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(tracing.name())
                .hasMessageContaining("3.3.0");
        assertThat(types.registry(Release.V3_2).schema(tracing.name())).isEmpty();
        assertThat(types.registry(Release.V3_3).schema(tracing.name())).isPresent();
    }

    @Test
    void type_thatContainsOneOfItsReleaseAlone_isRefusedAtOnce() {
        NetworkTypes newest = new NetworkTypes(Release.V3_3, EdfLimits.defaults());
        Schema traced = new Schema.Struct("#example.test/dialect/Traced", List
                .of(new Schema.Field("T", TypeExpression.parse("[]map[string]#ergo.services/ergo/gen/Tracing"))));

        assertThatThrownBy(() -> newest.register(registry -> registry.register(traced)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(traced.name())
                .hasMessageContaining("3.1.0");
    }

    @Test
    void registration_thatFailsHalfWay_leavesNothing() {
        types.registry(Release.V3_3);

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> types.register(registry -> {
                registry.register(Order.class);
                registry.register(Wrong.class);
            })).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("thread");
        }

        for (Release release : Release.values()) {
            assertThat(types.registry(release).schemas()).isEqualTo(release.schemas());
        }
        types.register(registry -> registry.register(Order.class));
        assertThat(types.registry(Release.V3_1).schema("#example.test/dialect/Order")).isPresent();
    }

    @Test
    void registration_thatFailsInAnotherRelease_leavesNothing() {
        types.registry(Release.V3_3);
        Schema tracing = new Schema.Struct("#ergo.services/ergo/gen/Tracing", List.of());

        assertThatThrownBy(() -> types.register(registry -> {
            registry.register(Order.class);
            registry.register(tracing);
        })).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(tracing.name());

        assertThat(types.registry(Release.V3_2).schemas()).isEqualTo(Release.V3_2.schemas());
        assertThat(types.registry(Release.V3_3).schemas()).isEqualTo(Release.V3_3.schemas());
    }

    @EdfType("#ergo.services/ergo/gen/MailboxQueues")
    record Queues(long main, long system, long urgent, long log, long latencyMain, long latencySystem,
            long latencyUrgent, long latencyLog) {}

    @Test
    void typeOfTheFramework_givenARecord_isReadAsThat() {
        NetworkTypes more = new NetworkTypes(Release.V3_3, EdfLimits.defaults(), List.of(Queues.class));
        Dialect dialect = Dialect.of(more, EncodeTables.none(), DecodeTables.none(), NetworkFlags.defaults());
        Dialect plain = Dialect.of(types, EncodeTables.none(), DecodeTables.none(), NetworkFlags.defaults(),
                DialectOptions.defaults().withRelease(Release.V3_3));

        byte[] bytes = written(plain, new EdfValue.Struct("#ergo.services/ergo/gen/MailboxQueues",
                IntStream.rangeClosed(1, 8).<Object>mapToObj(EdfValue.Int64::new).toList()));

        assertThat(read(dialect, bytes)).isEqualTo(new Queues(1, 2, 3, 4, 5, 6, 7, 8));
        assertThat(more.registry(Release.V3_1).isGenerated("#ergo.services/ergo/gen/MailboxQueues")).isTrue();
    }

    @Test
    void atoms_thatAreMapped_comeBack() {
        EncodeTables own = types.announced(List.of("here"), Map.of("here", "elsewhere"));
        Dialect dialect = Dialect.of(types, own, own.asDecoded(), NetworkFlags.defaults());
        MessageLinkPid link = new MessageLinkPid(new Pid("here", 1, 2), new Pid("b", 3, 4), REF);

        assertThat(read(dialect, written(dialect, link))).isEqualTo(link);
        assertThat(own.atoms()).containsOnlyKeys("elsewhere");
    }

    @Test
    void mapping_thatCannotBeUndone_isRefused() {
        EncodeTables own = types.announced(List.of(), Map.of("x", "z", "y", "z"));

        assertThatThrownBy(() -> Dialect.of(types, own, DecodeTables.none(), NetworkFlags.defaults()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'z'");
    }

    /** Nodes in Go take the text of an error for a format. */
    @Test
    void percentSigns_ofErrors_areDoubledUnlessThePeerIsOfThisKind() {
        DecodeTables peer = DecodeTables.none();
        Dialect go = Dialect.of(types, EncodeTables.none(), peer, NetworkFlags.defaults());
        Dialect java = Dialect.of(types, EncodeTables.none(), peer, NetworkFlags.defaults(),
                DialectOptions.defaults().withDoublePercents(false));
        Reason reason = Reason.of("5% off");

        assertThat(HexFormat.of().formatHex(written(go, reason))).isEqualTo("9c0007" + "352525206f6666");
        assertThat(HexFormat.of().formatHex(written(java, reason))).isEqualTo("9c0006" + "3525206f6666");
        assertThat(read(java, written(java, reason))).isEqualTo(reason);
    }

    private static byte[] written(Dialect dialect, Object value) {
        EdfWriter out = dialect.writer();
        out.putMessage(value);
        return out.toBytes();
    }

    private static @Nullable Object read(Dialect dialect, byte[] bytes) {
        EdfReader in = dialect.reader();
        in.reset(bytes, 0, bytes.length);
        return in.getAny();
    }

    private static String hex(int id) {
        return HexFormat.of().toHexDigits((short) id);
    }
}
