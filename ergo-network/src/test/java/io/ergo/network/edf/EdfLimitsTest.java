package io.ergo.network.edf;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.management.ThreadMXBean;
import io.ergo.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What bytes announce is held against what is there before anything is allocated. */
class EdfLimitsTest {

    private static final String ANY_LIST_OF_ONE = "8200029d849d00000001";
    private static final long MIB = 1024 * 1024;

    private final EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());

    @ParameterizedTest
    @ValueSource(strings = {"8effffffff", "8e7fffffff", "8200029d969dffffffff", "8200029d969d7fffffff",
        "8200039f8d969fffffffff", "8200069e7fffffff92", "8200069effffffff92", "82000b9e7fffffff9e0000000092"})
    void size_beyondTheBytesLeft_isRefusedWithoutAllocating(String hex) {
        long before = allocated();

        assertThatThrownBy(() -> decode(registry, hex)).isInstanceOf(EdfException.class);

        assertThat(allocated() - before).isLessThan(MIB);
    }

    @Test
    void depth_100000_isRefused() {
        String deep = ANY_LIST_OF_ONE.repeat(100_000) + "ff";

        assertThatThrownBy(() -> decode(registry, deep)).isInstanceOf(EdfException.class)
                .hasMessageContaining("deeper than the limit of 100");
    }

    @Test
    void depth_ofAType_isRefused() {
        String deep = "82ea60" + "9d".repeat(60_000);

        assertThatThrownBy(() -> decode(registry, deep)).isInstanceOf(EdfException.class)
                .hasMessageContaining("deeper than the limit of 100");
    }

    @Test
    void depth_atTheLimit_isReadAndBeyondItNot() {
        String most = ANY_LIST_OF_ONE.repeat(100) + "ff";

        assertThat(decode(registry, most)).isInstanceOf(EdfList.class);
        assertThatThrownBy(() -> decode(new EdfRegistry(EdfLimits.defaults().withDepth(99)), most))
                .isInstanceOf(EdfException.class);
    }

    @Test
    void depth_ofAValueToWrite_isRefused() {
        List<?> deep = List.of();
        for (int i = 0; i < 200; i++) {
            deep = List.of(deep);
        }
        List<?> tooDeep = deep;

        assertThatThrownBy(() -> registry.writer(EncodeTables.none()).putMessage(tooDeep))
                .isInstanceOf(EdfException.class).hasMessageContaining("deeper than the limit of 100");
    }

    @Test
    void count_beyondTheLimit_isRefused() {
        EdfRegistry few = new EdfRegistry(EdfLimits.defaults().withCount(2));

        assertThat(decode(few, "8200029d929d000000020102")).isEqualTo(List.of((byte) 1, (byte) 2));
        assertThatThrownBy(() -> decode(few, "8200029d929d00000003010203")).isInstanceOf(EdfException.class)
                .hasMessageContaining("3 items are announced, more than the limit of 2");
    }

    @Test
    void bytes_beyondTheLimit_areRefused() {
        EdfRegistry small = new EdfRegistry(EdfLimits.defaults().withBytes(2));

        assertThat(decode(small, "8e000000020102")).isEqualTo(new byte[] {1, 2});
        assertThatThrownBy(() -> decode(small, "8e00000003010203")).isInstanceOf(EdfException.class)
                .hasMessageContaining("3 bytes, more than the limit of 2");
    }

    @EdfType("#a/Text")
    record Text(String text) {}

    @ParameterizedTest
    @ValueSource(strings = {"8d%s", "8200029d8d9d00000001%s", "830007" + "23612f54657874" + "%s"})
    void bytesOfAString_beyondTheLimit_areRefused(String around) {
        EdfRegistry small = new EdfRegistry(EdfLimits.defaults().withBytes(1000));
        small.register(Text.class);
        String most = around.formatted("03e8" + "61".repeat(1000));
        String tooLong = around.formatted("03e9" + "61".repeat(1001));
        String cut = around.formatted("03e9" + "61".repeat(1000));

        assertThat(decode(small, most)).isNotNull();
        assertThatThrownBy(() -> decode(small, tooLong)).isInstanceOf(EdfException.class)
                .hasMessageContaining("the string has 1001 bytes, more than the limit of 1000");
        assertThatThrownBy(() -> decode(small, cut)).isInstanceOf(EdfException.class)
                .hasMessageContaining("the string has 1001 bytes, 1000 are left");
        assertThat(decode(registry, "8d" + "03e9" + "61".repeat(1001))).isEqualTo("a".repeat(1001));
    }

    @Test
    void bytesOfAtomsAndErrors_areLimitedByTheFormatAlone() {
        EdfRegistry small = new EdfRegistry(EdfLimits.defaults().withBytes(1));

        assertThat(decode(small, "8c0003616263")).isEqualTo(new EdfValue.Atom("abc"));
        assertThat(decode(small, "9c0003616263")).isEqualTo(Reason.of("abc"));
    }

    @Test
    void total_beyondTheLimit_isRefusedBothWays() {
        EdfRegistry small = new EdfRegistry(EdfLimits.defaults().withTotal(8));

        assertThatThrownBy(() -> decode(small, "960000000000000001")).isInstanceOf(EdfException.class)
                .hasMessageContaining("more than the limit of 8");
        assertThatThrownBy(() -> small.writer(EncodeTables.none()).putMessage(1L)).isInstanceOf(EdfException.class)
                .hasMessageContaining("more than the limit of 8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0123456789abcd", "äöüäöüä", "€€€€12", "𝄞𝄞𝄞56", "0123456789012345678901234567890123456789"})
    void text_thatJustFits_isWritten(String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length + 3;
        EdfWriter out = new EdfRegistry(EdfLimits.defaults().withTotal(bytes)).writer(EncodeTables.none());
        EdfWriter small = new EdfRegistry(EdfLimits.defaults().withTotal(bytes - 1)).writer(EncodeTables.none());

        out.putMessage(text);

        assertThat(out.size()).isEqualTo(bytes);
        assertThatThrownBy(() -> small.putMessage(text)).isInstanceOf(EdfException.class)
                .hasMessageContaining("more than the limit");
    }

    @Test
    void writer_thatGrowsByteByByte_losesNothing() {
        EdfWriter out = registry.writer(EncodeTables.none());

        for (int i = 0; i < 10_000; i++) {
            out.putByte(i);
        }

        assertThat(out.size()).isEqualTo(10_000);
        byte[] bytes = out.toBytes();
        for (int i = 0; i < bytes.length; i++) {
            assertThat(bytes[i]).isEqualTo((byte) i);
        }
    }

    @Test
    void items_asManyAsBytes_areRead() {
        assertThat(decode(registry, "8200039d9d91" + "9d00000003" + "9d000000020101" + "ff" + "9d00000000")).asList()
                .hasSize(3);
        assertThat(decode(registry, "8200079d9e0000000191" + "9d00000003" + "010001")).asList()
                .hasSize(3);
        assertThatThrownBy(() -> decode(registry, "8200039d9d91" + "9d0000000b" + "9d0000000b" + "01".repeat(6)))
                .isInstanceOf(EdfException.class).hasMessageContaining("announced");
    }

    @Test
    void items_ofArraysInArraysOfOne_countOnce() {
        String ones = "82" + "0034" + "9d" + "9e00000001".repeat(10) + "91";

        assertThat(decode(registry, ones + "9d00000064" + "01".repeat(100))).asList().hasSize(100);
    }

    @Test
    void items_ofSlicesInSlices_areCountedTogether() {
        String all = "8200049d9d9d91" + "9d00000014" + "9d0000000f" + "9d0000000a" + "01".repeat(10);

        assertThatThrownBy(() -> decode(registry, all)).isInstanceOf(EdfException.class)
                .hasMessageContaining("announce more items than the value has bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"84" + "9205", "848484" + "9205", "82000184" + "9205", "8482000184" + "9205"})
    void any_announcedByItself_isWhatFollows(String hex) {
        assertThat(decode(registry, hex)).isEqualTo((byte) 5);
        assertThat(decode(registry, "8200029d849d00000001" + hex)).isEqualTo(List.of((byte) 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"84", "82000184"})
    void any_announcedByItself_countsAsALevel(String any) {
        assertThat(decode(registry, any.repeat(100) + "9205")).isEqualTo((byte) 5);
        assertThatThrownBy(() -> decode(registry, any.repeat(101) + "9205")).isInstanceOf(EdfException.class)
                .hasMessageContaining("deeper than the limit of 100");
    }

    @Test
    void longArray_isGivenBackOnceAValueNeedsLittleOfIt() {
        EdfWriter out = registry.writer(EncodeTables.none());
        byte[] longValue = new byte[1024 * 1024];

        out.putMessage(longValue);
        byte[] grown = out.array();
        out.reset();
        assertThat(out.array()).as("a value as long may follow").isSameAs(grown);

        out.putMessage(1L);
        out.reset();
        assertThat(out.array()).hasSizeLessThan(64 * 1024);
        out.putMessage(longValue);
        assertThat(out.size()).isEqualTo(longValue.length + 5);
    }

    @Test
    void shortArray_isKept() {
        EdfWriter out = registry.writer(EncodeTables.none());
        out.putMessage(new byte[40_000]);
        byte[] grown = out.array();

        out.reset();
        out.reset();

        assertThat(out.array()).isSameAs(grown);
    }

    @Test
    void itemsWithoutBytes_beyondAFixedNumber_areRefused() {
        // an array of 4,096 arrays of none, and of one more
        assertThat(decode(registry, "82000b9e000010009e0000000092")).asList().hasSize(4096);
        assertThatThrownBy(() -> decode(registry, "82000b9e000010019e0000000092")).isInstanceOf(EdfException.class)
                .hasMessageContaining("take no bytes");
    }

    @Test
    void itemsWithoutBytes_atTheEnd_areRead() {
        registry.register(new Schema.Struct("#a/Empty", List.of()));

        assertThat(decode(registry, "82000c9d830008" + "23612f456d707479" + "9d00000003")).asList().hasSize(3);
    }

    @Test
    void itemsWithoutBytes_inManySlices_areCountedTogether() {
        registry.register(new Schema.Struct("#a/Empty", List.of()));
        ByteBuffer many = ByteBuffer.allocate(200_000);
        many.put(HexFormat.of().parseHex("8200029d849d00001000"));
        byte[] each = HexFormat.of().parseHex("82000c9d830008" + "23612f456d707479" + "9d00004000");
        for (int i = 0; i < 4096; i++) {
            many.put(each);
        }
        byte[] bytes = many.array();
        EdfReader in = registry.reader(DecodeTables.none());
        in.reset(bytes, 0, bytes.length);
        long before = allocated();

        assertThatThrownBy(in::getAny).isInstanceOf(EdfException.class).hasMessageContaining("take no bytes");
        assertThat(allocated() - before).isLessThan(64L * bytes.length + MIB);
    }

    @Test
    void depth_beyondWhatAStackHolds_isRefused() {
        assertThatThrownBy(() -> EdfLimits.defaults().withDepth(1001)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the limit 'depth' is 1001 but may be 1000 at most");
    }

    @ParameterizedTest
    @EnumSource
    void depth_atItsMost_fitsOnAStack(EdfCodecs codecs) throws InterruptedException {
        EdfRegistry deep = new EdfRegistry(EdfLimits.defaults().withDepth(1000), codecs);
        deep.register(Level.class);
        AtomicReference<Object> outcome = new AtomicReference<>();
        Thread thread = new Thread(null, () -> outcome.set(deepest(deep)), "deep", MIB);
        thread.setUncaughtExceptionHandler((_, thrown) -> outcome.set(thrown));
        thread.start();
        thread.join();

        assertThat(outcome.get()).isEqualTo(true);
    }

    /** A level of the value is two of the limit. */
    @EdfType("#a/Level")
    record Level(int number, Map<String, Object> inner) {}

    private static boolean deepest(EdfRegistry registry) {
        Object value = 1L;
        for (int i = 0; i < 500; i++) {
            value = new Level(i, new TreeMap<>(Map.of("k", value)));
        }
        EdfWriter out = registry.writer(EncodeTables.none());
        out.putMessage(value);
        byte[] bytes = out.toBytes();
        EdfReader in = registry.reader(DecodeTables.none());
        in.reset(bytes, 0, bytes.length);
        return value.equals(in.getAny());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void limit_notPositive_isRefusedWithItsName(int value) {
        assertThatThrownBy(() -> EdfLimits.defaults().withDepth(value)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the limit 'depth' is " + value + " but must be positive");
    }

    private static Object decode(EdfRegistry registry, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        EdfReader in = registry.reader(DecodeTables.none());
        in.reset(bytes, 0, bytes.length);
        return in.getAny();
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
