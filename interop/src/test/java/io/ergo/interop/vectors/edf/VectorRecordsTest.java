package io.ergo.interop.vectors.edf;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.ergo.interop.vectors.check.Entry;
import io.ergo.network.WireException;
import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EdfCodecs;
import io.ergo.network.edf.EdfField;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfList;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfType;
import io.ergo.network.edf.EdfValue;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.edf.Scalar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The records of the recorded types: their components, and what they make of damaged bytes. */
class VectorRecordsTest {

    private static final int ALL_POSITIONS = 1024;
    private static final int FIRST_POSITIONS = 64;
    private static final int DRAWN_POSITIONS = 1000;
    private static final long SEED = 20_261_126L;

    private static final Entry FILE = RecordedTypes.file("edf.json");
    private static final Types TYPES = RecordedTypes.of(FILE);

    @TestFactory
    Stream<DynamicTest> struct_withEveryType_isReadIntoItsComponents() {
        Entry everything = FILE.entries("cases").stream().filter(each -> each.name().equals("everything")).findFirst()
                .orElseThrow();
        EdfValue.Struct expected = (EdfValue.Struct) TYPES.values().read(everything.entry("value"));
        return forms().map(form -> DynamicTest.dynamicTest(form.name(), () -> {
            Object read = form.readAll(everything.hex("hex"), Tables.of(FILE, everything).decode());

            assertComponents((VectorRecords.Everything) read, expected.fields());
        }));
    }

    private static void assertComponents(VectorRecords.Everything value, List<?> expected) {
        assertThat(value.integer()).isEqualTo(expected.get(1));
        assertThat(new EdfValue.UInt8(value.uint8())).isEqualTo(expected.get(7));
        assertThat(new EdfValue.UInt64(value.uint64())).isEqualTo(expected.get(10));
        assertThat(value.str()).isEqualTo(expected.get(13));
        assertThat(new EdfValue.Atom(value.atom())).isEqualTo(expected.get(15));
        assertThat(value.pid()).isEqualTo(expected.get(17));
        assertThat(value.err()).isEqualTo(expected.get(23));
        assertThat(value.slice()).isEqualTo(expected.get(24));
        assertThat(value.map()).isEqualTo(expected.get(26));
        assertThat(value.nested()).isInstanceOf(VectorRecords.Point.class);
    }

    @Test
    void recordedBytes_cutOrChanged_areAValueOrRefusedProperly() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (Entry each : FILE.entries("cases")) {
            byte[] bytes = each.hex("hex");
            Tables tables = Tables.of(FILE, each);
            positions(bytes.length, random).forEach(position -> forms().forEach(form -> {
                readDamaged(form, Arrays.copyOf(bytes, position), tables);
                for (int bit = 0; bit < Byte.SIZE; bit++) {
                    byte[] changed = bytes.clone();
                    changed[position] ^= (byte) (1 << bit);
                    readDamaged(form, changed, tables);
                }
            }));
        }
    }

    private static IntStream positions(int length, SplittableRandom random) {
        return length <= ALL_POSITIONS ? IntStream.range(0, length)
                : IntStream.concat(IntStream.range(0, FIRST_POSITIONS), random.ints(DRAWN_POSITIONS, 0, length));
    }

    /** Any other exception goes through and fails the test. */
    private static void readDamaged(Form form, byte[] bytes, Tables tables) {
        try {
            form.read(bytes, tables.decode());
        } catch (WireException e) {
            assertThat(e.offset()).isBetween(0, bytes.length);
        }
    }

    private static Stream<Form> forms() {
        return TYPES.forms().records().stream().flatMap(List::stream);
    }

    /** In the format a struct can contain itself in an {@code any} alone; a record names what it takes there. */
    @EdfType("#test/Forest")
    record Forest(int value, @EdfField("[]any") @Nullable List<Forest> children) {}

    @ParameterizedTest
    @EnumSource
    void any_ofOneRecordAlone_isReadAsThat(EdfCodecs codecs) {
        EdfRegistry registry = new EdfRegistry(EdfLimits.defaults(), codecs);
        registry.register(Forest.class);
        Form form = new Form("test", registry);
        Forest forest = new Forest(1, List.of(new Forest(2, null)));

        byte[] bytes = form.write(forest, EncodeTables.none());

        assertThat(form.readAll(bytes, DecodeTables.none())).isEqualTo(forest);
    }

    /** What else may stand there is no reason for a failure of a file. */
    @TestFactory
    Stream<DynamicTest> tree_ofOtherThings_isRead() {
        EdfValue.Struct tree = new EdfValue.Struct("#example.test/vectors/types/Tree",
                Arrays.asList(1, EdfList.slice(Scalar.ANY, Arrays.asList(5L, null))));
        byte[] bytes = TYPES.forms().generic().write(tree, EncodeTables.none());
        return forms().map(form -> DynamicTest.dynamicTest(form.name(),
                () -> assertThat(form.readAll(bytes, DecodeTables.none()))
                        .isEqualTo(new VectorRecords.Tree(1, Arrays.asList(5L, null)))));
    }
}
