package io.ergo.network.dialect;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.edf.EdfType;
import io.ergo.network.edf.EdfValue;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.enp.request.MessageLinkPid;
import io.ergo.network.enp.request.MessageUpdateCache;
import io.ergo.network.framework.NetworkFlags;
import io.ergo.network.framework.Release;
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
        Dialect sender = Dialect.of(types, here, announced(there), NetworkFlags.defaults());
        Dialect receiver = Dialect.of(others, there, announced(here), NetworkFlags.defaults());
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
        DecodeTables peer = announced(new NetworkTypes(release, EdfLimits.defaults()).announced(List.of(), Map.of()));

        Dialect dialect = Dialect.of(types, EncodeTables.none(), peer, NetworkFlags.defaults());

        assertThat(dialect.release()).isEqualTo(release);
        assertThat(dialect.registry().schemas()).isEqualTo(release.schemas());
        assertThat(Dialect.of(types, EncodeTables.none(), peer, Release.V3_1).release()).isEqualTo(Release.V3_1);
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

    @Test
    void atoms_thatAreMapped_comeBack() {
        EncodeTables own = types.announced(List.of("here"), Map.of("here", "elsewhere"));
        Dialect dialect = Dialect.of(types, own, announced(own), NetworkFlags.defaults());
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

    @Test
    void update_addsToWhatThePeerAnnounced() {
        Dialect dialect = Dialect.of(types, EncodeTables.none(),
                new DecodeTables(Map.of(256, "old", 257, "kept"), Map.of(), Map.of(), Map.of()),
                NetworkFlags.defaults());

        dialect.update(new MessageUpdateCache(Map.of(256, "new", 300, "z"), Map.of("m", "n"),
                Map.of(5000, "#ergo.services/ergo/net/proto/MessageLinkPID"), Map.of(32768, Reason.TAKEN), REF));

        DecodeTables tables = dialect.decodeTables();
        assertThat(tables.atoms()).isEqualTo(Map.of(256, "new", 257, "kept", 300, "z"));
        assertThat(tables.mapping()).isEqualTo(Map.of("m", "n"));
        assertThat(tables.errors()).isEqualTo(Map.of(32768, Reason.TAKEN));
        assertThat(read(dialect, HexFormat.of().parseHex("8c012c"))).isEqualTo(new EdfValue.Atom("z"));
        assertThat(read(dialect, HexFormat.of().parseHex("9c8000"))).isSameAs(Reason.TAKEN);
    }

    @Test
    void update_withoutTables_changesNothing() {
        Dialect dialect = Dialect.of(types, EncodeTables.none(), DecodeTables.none(), NetworkFlags.defaults());

        dialect.update(new MessageUpdateCache(null, null, null, null, REF));

        assertThat(dialect.decodeTables()).isEqualTo(DecodeTables.none());
    }

    @Test
    void update_withAnIdOfAnotherTable_isRefusedAndChangesNothing() {
        refused(new MessageUpdateCache(Map.of(255, "x"), null, null, null, REF), "atom 'x' is 255");
        refused(new MessageUpdateCache(Map.of(300, "x"), null, Map.of(4095, "#a/B"), null, REF), "type '#a/B' is 4095");
        refused(new MessageUpdateCache(null, null, null, Map.of(65535, Reason.TAKEN), REF), "is 65535");
    }

    @Test
    void update_withMoreTextThanFits_isRefusedAndChangesNothing() {
        Map<Integer, String> names = IntStream.range(0, 1100).boxed()
                .collect(Collectors.toMap(i -> 4096 + i, i -> "#a/" + "b".repeat(4000)));

        refused(new MessageUpdateCache(null, null, names, null, REF), "characters");
    }

    private void refused(MessageUpdateCache update, String reason) {
        Dialect dialect = Dialect.of(types, EncodeTables.none(), DecodeTables.none(), NetworkFlags.defaults());

        assertThatThrownBy(() -> dialect.update(update)).isInstanceOf(CacheException.class)
                .hasMessageContaining(reason);
        assertThat(dialect.decodeTables()).isEqualTo(DecodeTables.none());
    }

    /** What the handshake tells the other side. */
    private static DecodeTables announced(EncodeTables tables) {
        return new DecodeTables(inverse(tables.atoms()), inverse(tables.types()), inverse(tables.errors()), Map.of());
    }

    private static <T> Map<Integer, T> inverse(Map<T, Integer> ids) {
        return ids.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
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
