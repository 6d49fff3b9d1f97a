package io.ergo.network.edf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a writer, a reader or a value keeps does not outlive what it stands for. */
class StaleTypesTest {

    private final EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());

    @EdfType("#t/Held")
    record Held<T>(T content) {}

    @EdfType("#t/Gone")
    record Gone(int a) {}

    @Test
    void classRegisteredOnceMore_isNotTakenForTheFirst() {
        registry.register(new EdfTypeReference<Held<Long>>() {});
        EdfWriter out = registry.writer(EncodeTables.none());
        out.putMessage(new Held<>(1L));
        registry.register(new EdfTypeReference<Held<String>>() {});
        out.reset();

        assertThatThrownBy(() -> out.putMessage(new Held<>(1L))).isInstanceOf(EdfException.class)
                .hasMessageContaining("does not tell which");
    }

    @Test
    void typeThatWasTakenBack_isNeitherWrittenNorRead() {
        EdfWriter out = registry.writer(EncodeTables.none());
        EdfReader in = registry.reader(DecodeTables.none());
        byte[] bytes = HexFormat.of().parseHex("830007" + "23742f476f6e65" + "00000001");
        assertThatThrownBy(() -> registry.registerAll(types -> {
            types.register(Gone.class);
            out.putMessage(new Gone(1));
            in.reset(bytes, 0, bytes.length);
            assertThat(in.getAny()).isEqualTo(new Gone(1));
            throw new IllegalStateException("taken back");
        })).hasMessage("taken back");
        out.reset();
        in.reset(bytes, 0, bytes.length);

        assertThatThrownBy(() -> out.putMessage(new Gone(1))).hasMessageContaining("not registered");
        assertThatThrownBy(in::getAny).hasMessageContaining("not registered");
    }

    @Test
    void codecInTheMaking_whenItsTypeIsTakenBack_isNotKept() {
        RememberedCodecs codecs = new RememberedCodecs();
        WireType gone = new WireType.Slice(new WireType.Registered("#t/Gone"));
        Codec stale = ScalarCodec.of(Scalar.INT);

        Codec made = codecs.add(gone, () -> {
            codecs.forget(); // as another thread may do behind the look at the types
            return stale;
        });

        assertThat(made).isSameAs(stale);
        assertThat(codecs.find(gone)).isNull();
        assertThat(codecs.find(Tagged.LIST)).isNotNull();
    }

    @Test
    void sliceOfATypeThatWasTakenBack_isNeitherWrittenNorRead() {
        WireType item = new WireType.Registered("#t/Gone");
        EdfReader in = registry.reader(DecodeTables.none());
        byte[] bytes = HexFormat.of().parseHex("82000b9d830007" + "23742f476f6e65" + "9d00000000");
        assertThatThrownBy(() -> registry.registerAll(types -> {
            types.register(Gone.class);
            in.reset(bytes, 0, bytes.length);
            assertThat(in.getAny()).isEqualTo(List.of());
            throw new IllegalStateException("taken back");
        })).hasMessage("taken back");
        in.reset(bytes, 0, bytes.length);

        assertThatThrownBy(() -> registry.codec(new WireType.Slice(item))).hasMessageContaining("not registered");
        assertThatThrownBy(in::getAny).hasMessageContaining("not registered");
    }

    @Test
    void listsAndMaps_areRememberedWhateverPeersSend() {
        for (int i = 0; i < 2000; i++) {
            registry.codec(new WireType.Array(i, Scalar.INT));
        }

        assertThat(registry.codec(new WireType.Slice(Scalar.ANY)))
                .isSameAs(registry.codec(new WireType.Slice(Scalar.ANY)));
        assertThat(registry.codec(new WireType.Mapping(Scalar.ANY, Scalar.ANY)))
                .isSameAs(registry.codec(new WireType.Mapping(Scalar.ANY, Scalar.ANY)));
    }

    @Test
    void genericListAndMap_keepWhatTheyWereGiven() {
        List<Long> items = new ArrayList<>(List.of(1L));
        Map<String, Long> entries = new HashMap<>(Map.of("a", 1L));
        EdfList slice = EdfList.slice(Scalar.INT, items);
        EdfList array = EdfList.array(Scalar.INT, items);
        EdfMap map = EdfMap.of(Scalar.STRING, Scalar.INT, entries);
        items.add(2L);
        entries.clear();

        assertThat(slice).isEqualTo(List.of(1L));
        assertThat(array).isEqualTo(List.of(1L));
        assertThat(map).isEqualTo(Map.of("a", 1L));
    }
}
