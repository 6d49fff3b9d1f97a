package io.ergo.network.edf;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Go compares no binaries, slices and maps, nor what holds one: none of them is the key of a map, wherever it is asked for. */
@ParameterizedClass
@EnumSource(EdfCodecs.class)
class MapKeysTest {

    private static final String LIST = "830007" + "23742f4c697374";

    private final EdfRegistry registry;

    MapKeysTest(EdfCodecs codecs) {
        registry = new EdfRegistry(EdfLimits.defaults(), codecs);
    }

    @EdfType("#t/Bytes")
    record Bytes(Map<byte[], Long> map) {}

    @EdfType("#t/Buffers")
    record Buffers(Map<ByteBuffer, Long> map) {}

    @EdfType("#t/Holder")
    record Holder(List<String> names) {}

    @EdfType("#t/Holders")
    record Holders(Map<Holder, Long> map) {}

    @EdfType("#t/Place")
    record Place(int x, int y) {}

    @EdfType("#t/Places")
    record Places(Map<Place, String> map) {}

    @ParameterizedTest
    @ValueSource(classes = {Bytes.class, Buffers.class, Holders.class})
    void component_isRefused(Class<?> type) {
        assertThatThrownBy(() -> registry.register(type)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the component 'map' of").hasMessageContaining("cannot be compared");
        assertThat(registry.schemas()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary", "[]int", "map[int]int", "[2][]int", "#t/List", "#t/Row", "[1]#t/List"})
    void schema_isRefused(String key) {
        registry.register(new Schema.Named("#t/List", TypeExpression.parse("[]int")));
        registry.register(new Schema.Struct("#t/Row",
                List.of(new Schema.Field("A", Scalar.INT), new Schema.Field("B", TypeExpression.parse("#t/List")))));

        assertThatThrownBy(() -> registry
                .register(new Schema.Named("#t/Map", TypeExpression.parse("map[" + key + "]int"))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("cannot be compared");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8200039f8e96" + "ff", "82000c9f" + LIST + "96ff",
        "8200039f8496" + "9f00000001" + LIST + "8300000000" + "0000000000000001",
        "8200039f8496" + "9f00000001" + "8e00000000" + "0000000000000001"})
    void bytes_areRefused(String hex) {
        registry.register(new Schema.Named("#t/List", TypeExpression.parse("[]int")));

        assertThatThrownBy(() -> decode(hex)).isInstanceOf(EdfException.class).hasMessageContaining("key of a map");
    }

    @Test
    void valueInAny_isRefusedWhenItIsWritten() {
        registry.register(Holder.class);
        for (Object key : List.of(new byte[1], List.of(), Map.of(), ByteBuffer.allocate(1), new Holder(List.of()),
                new EdfValue.Struct("#t/Holder", List.of(List.of())))) {
            EdfWriter out = registry.writer(EncodeTables.none());
            assertThatThrownBy(() -> out.putMessage(Map.of(key, 1L))).isInstanceOf(EdfException.class)
                    .hasMessageContaining("key of a map");
        }
    }

    @Test
    void whatCanBeCompared_isTaken() {
        registry.register(Places.class);
        Places places = new Places(Map.of(new Place(1, 2), "here"));
        Map<Object, Object> any = Map.of(new Place(1, 2), 1L, "text", 2L, true, 3L);

        assertThat(roundTrip(places)).isEqualTo(places);
        assertThat(roundTrip(any)).isEqualTo(any);
    }

    private Object roundTrip(Object value) {
        EdfWriter out = registry.writer(EncodeTables.none());
        out.putMessage(value);
        return decode(HexFormat.of().formatHex(out.toBytes()));
    }

    private Object decode(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        EdfReader in = registry.reader(DecodeTables.none());
        in.reset(bytes, 0, bytes.length);
        Object value = in.getAny();
        in.requireEnd();
        return value;
    }
}
