package io.ergo.network.dialect;

import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.edf.EdfValue;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.enp.request.MessageUpdateCache;
import io.ergo.network.framework.NetworkFlags;
import io.ergo.network.framework.Release;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a peer adds to its tables while it is connected. */
class TableUpdatesTest {

    private static final Ref REF = new Ref("b", 1, 2, 3, 0);
    private static final NetworkTypes TYPES = new NetworkTypes(Release.V3_2, EdfLimits.defaults());

    @Test
    void update_addsToWhatThePeerAnnounced() {
        Dialect dialect = dialect(new DecodeTables(Map.of(256, "old", 257, "kept"), Map.of(), Map.of(), Map.of()),
                EncodeTables.none(), DialectOptions.defaults());

        dialect.update(new MessageUpdateCache(Map.of(256, "new", 300, "z"), Map.of("m", "n"),
                Map.of(5000, "#ergo.services/ergo/net/proto/MessageLinkPID"), Map.of(32768, Reason.TAKEN), REF));

        DecodeTables tables = dialect.decodeTables();
        assertThat(tables.atoms()).isEqualTo(Map.of(256, "new", 257, "kept", 300, "z"));
        assertThat(tables.mapping()).isEqualTo(Map.of("m", "n"));
        assertThat(tables.errors()).isEqualTo(Map.of(32768, Reason.TAKEN));
        assertThat(read(dialect, "8c012c")).isEqualTo(new EdfValue.Atom("z"));
        assertThat(read(dialect, "8c00016d")).isEqualTo(new EdfValue.Atom("n"));
        assertThat(read(dialect, "9c8000")).isSameAs(Reason.TAKEN);
    }

    @Test
    void update_withoutTables_changesNothing() {
        Dialect dialect = dialect(DecodeTables.none(), EncodeTables.none(), DialectOptions.defaults());

        dialect.update(new MessageUpdateCache(null, null, null, null, REF));

        assertThat(dialect.decodeTables()).isEqualTo(DecodeTables.none());
    }

    /** The bytes have the atom "a", which this side reads as "b". */
    @Test
    void atoms_ofAnUpdate_areMappedBackOnce() {
        EncodeTables swapped = new EncodeTables(Map.of(), Map.of(), Map.of(), Map.of("a", "b", "b", "a"));
        Dialect dialect = dialect(DecodeTables.none(), swapped, DialectOptions.defaults());
        Dialect peer = dialect(DecodeTables.none(), EncodeTables.none(), DialectOptions.defaults());
        EdfWriter out = peer.writer();
        out.putMessage(new MessageUpdateCache(Map.of(300, "a", 301, "x"), Map.of("a", "c"), null, null, REF));

        MessageUpdateCache update = (MessageUpdateCache) read(dialect, HexFormat.of().formatHex(out.toBytes()));
        dialect.update(new MessageUpdateCache(update.atomCache(), null, null, null, REF));

        assertThat(read(dialect, "8c000161")).isEqualTo(new EdfValue.Atom("b"));
        assertThat(read(dialect, "8c012c")).isEqualTo(new EdfValue.Atom("b"));
        assertThat(read(dialect, "8c012d")).isEqualTo(new EdfValue.Atom("x"));
        dialect.update(new MessageUpdateCache(null, update.atomMapping(), null, null, REF));
        assertThat(read(dialect, "8c000161")).isEqualTo(new EdfValue.Atom("c"));
        assertThat(read(dialect, "8c012c")).isEqualTo(new EdfValue.Atom("c"));
    }

    @Test
    void update_withAnIdOfAnotherTable_isRefusedAndChangesNothing() {
        DialectOptions options = DialectOptions.defaults();
        refused(new MessageUpdateCache(Map.of(255, "x"), null, null, null, REF), options, "atom 'x' is 255");
        refused(new MessageUpdateCache(Map.of(300, "x"), null, Map.of(4095, "#a/B"), null, REF), options,
                "type '#a/B' is 4095");
        refused(new MessageUpdateCache(null, null, null, Map.of(65535, Reason.TAKEN), REF), options, "is 65535");
    }

    @Test
    void update_withMoreThanTheLimit_isRefusedAndChangesNothing() {
        DialectOptions options = DialectOptions.defaults().withAnnouncedBytes(65);

        refused(new MessageUpdateCache(Map.of(300, "xy"), null, null, null, REF), options, "more than 65 bytes");
        refused(new MessageUpdateCache(Map.of(300, "", 301, ""), null, null, null, REF), options, "65 bytes");
    }

    @Test
    void updates_ofOneId_countAllTogether() {
        Dialect dialect = dialect(DecodeTables.none(), EncodeTables.none(),
                DialectOptions.defaults().withAnnouncedBytes(130));
        MessageUpdateCache update = new MessageUpdateCache(Map.of(300, "x"), null, null, null, REF);

        dialect.update(update);
        dialect.update(update);

        assertThatThrownBy(() -> dialect.update(update)).isInstanceOf(CacheException.class);
        assertThat(dialect.decodeTables().atoms()).isEqualTo(Map.of(300, "x"));
    }

    @Test
    void updates_forAllIdsThereAre_areTaken() {
        Dialect dialect = dialect(DecodeTables.none(), EncodeTables.none(), DialectOptions.defaults());
        Map<Integer, String> atoms = IntStream.rangeClosed(256, 65535).boxed()
                .collect(Collectors.toMap(id -> id, id -> "an.ordinary.name." + id));
        Map<Integer, String> types = IntStream.rangeClosed(4096, 65535).boxed()
                .collect(Collectors.toMap(id -> id, id -> "#example.test/package/Type" + id));

        dialect.update(new MessageUpdateCache(atoms, null, types, null, REF));

        assertThat(dialect.decodeTables().atoms()).isEqualTo(atoms);
        assertThat(dialect.decodeTables().types()).isEqualTo(types);
    }

    @Test
    void update_thatMapsTooMuch_isRefusedAndChangesNothing() {
        Map<String, String> mapping = IntStream.range(0, 513).boxed()
                .collect(Collectors.toMap(i -> "a" + i, i -> "b" + i));

        refused(new MessageUpdateCache(null, mapping, null, null, REF), DialectOptions.defaults(), "512 atoms");
    }

    private static void refused(MessageUpdateCache update, DialectOptions options, String reason) {
        Dialect dialect = dialect(DecodeTables.none(), EncodeTables.none(), options);

        assertThatThrownBy(() -> dialect.update(update)).isInstanceOf(CacheException.class)
                .hasMessageContaining(reason);
        assertThat(dialect.decodeTables()).isEqualTo(DecodeTables.none());
    }

    private static Dialect dialect(DecodeTables peer, EncodeTables own, DialectOptions options) {
        return Dialect.of(TYPES, own, peer, NetworkFlags.defaults(), options);
    }

    private static @Nullable Object read(Dialect dialect, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        EdfReader in = dialect.reader();
        in.reset(bytes, 0, bytes.length);
        return in.getAny();
    }
}
