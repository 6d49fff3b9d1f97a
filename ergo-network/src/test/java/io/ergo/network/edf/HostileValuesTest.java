package io.ergo.network.edf;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Classes of users that throw or change where nobody expects it: the error is the codec's own. */
@ParameterizedClass
@EnumSource(EdfCodecs.class)
class HostileValuesTest {

    private final EdfRegistry registry;

    HostileValuesTest(EdfCodecs codecs) {
        registry = new EdfRegistry(EdfLimits.defaults(), codecs);
    }

    @EdfType("#t/Key")
    record Key(int a) {

        @Override
        public int hashCode() {
            return a >= 0 ? a : throwing();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && (a >= 0 ? a : throwing()) == key.a;
        }

        private static int throwing() {
            throw new IllegalStateException("no key");
        }
    }

    @EdfType("#t/Keys")
    record Keys(Set<Key> set, Map<Key, String> map) {}

    @EdfType("#t/Many")
    record Many(String... names) {}

    @EdfType("#t/Holder")
    record Holder(Map<String, Object> map, List<Integer> list) {}

    @Test
    void key_thatThrows_isTheDecodersOwnException() {
        registry.register(Keys.class);
        String header = "830007" + "23742f4b657973";
        for (String body : List.of("9d00000001" + "ffffffff" + "ff", "9d00000002" + "00000000" + "ffffffff" + "ff",
                "ff" + "9f00000002" + "ffffffff" + "0000" + "ffffffff" + "0000",
                "ff" + "9f00000009" + "ffffffff0000".repeat(9))) {
            assertThatThrownBy(() -> decode(header + body)).isInstanceOf(EdfException.class)
                    .hasMessageContaining("cannot be compared").hasMessageContaining("no key")
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void record_withVariableArguments_isSentAndRead() {
        registry.register(Many.class);

        assertThat(((Many) roundTrip(new Many("a", "b"))).names()).containsExactly("a", "b");
    }

    @Test
    void map_thatChangesWhileItIsWritten_isRefused() {
        registry.register(Holder.class);
        Map<String, Object> liar = new ConcurrentHashMap<>(Map.of("a", 1L)) {

            @Override
            public void forEach(BiConsumer<? super String, ? super Object> action) {
                action.accept("a", 1L);
                action.accept("b", 1L);
            }
        };

        assertThatThrownBy(() -> roundTrip(new Holder(liar, List.of()))).isInstanceOf(EdfException.class)
                .hasMessageContaining("the map changed while it was written");
        Map<String, Object> inside = new HashMap<>(Map.of("a", new HashMap<>(Map.of("x", 1L)), "b", 2L));
        assertThat(((Holder) roundTrip(new Holder(inside, List.of()))).map()).isEqualTo(inside);
    }

    @Test
    void list_thatShrinksWhileItIsWritten_isRefused() {
        registry.register(Holder.class);

        assertThatThrownBy(() -> roundTrip(new Holder(Map.of(), new Shrinking()))).isInstanceOf(EdfException.class)
                .hasMessageContaining("the items changed while they were written");
    }

    private static final class Shrinking extends AbstractList<Integer> implements RandomAccess {

        private final List<Integer> items = new ArrayList<>(IntStream.range(0, 4).boxed().toList());

        @Override
        public Integer get(int index) {
            Integer item = items.get(index);
            items.removeLast();
            return item;
        }

        @Override
        public int size() {
            return items.size();
        }
    }

    @Test
    void value_ofAnotherType_isNotPrinted() {
        registry.register(new RecordsTest.Money());
        EdfWriter out = registry.writer(EncodeTables.none());
        Codec money = registry.codec(new WireType.Registered("#t/Money"));

        assertThatThrownBy(() -> money.write(out, "a secret")).isInstanceOf(EdfException.class)
                .hasMessageContaining("java.lang.String").hasMessageNotContaining("secret");
    }

    @Test
    void ownCodec_thatThrowsWhileWriting_isTheEncodersOwnException() {
        registry.register(new PayloadCodec<>(Key.class, "#t/Own", _ -> new Key(1), key -> {
            throw new IllegalStateException("no payload");
        }));

        assertThatThrownBy(() -> roundTrip(new Key(1))).isInstanceOf(EdfException.class)
                .hasMessageContaining("the codec of #t/Own refuses the value").hasMessageContaining("no payload");
    }

    private Object roundTrip(Object value) {
        EdfWriter out = registry.writer(EncodeTables.none());
        out.putMessage(value);
        return decode(out.toBytes());
    }

    private Object decode(String hex) {
        return decode(HexFormat.of().parseHex(hex));
    }

    private Object decode(byte[] bytes) {
        EdfReader in = registry.reader(DecodeTables.none());
        in.reset(bytes, 0, bytes.length);
        return in.getAny();
    }
}
