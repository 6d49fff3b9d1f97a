package io.ergo.network.edf;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.ergo.network.edf.VectorFile.Case;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Records written by hand against the recorded values: the same schemas, the same bytes as the generic form. */
@ParameterizedClass
@EnumSource(EdfCodecs.class)
class RecordVectorsTest {

    private static final String APPLICATION = "#example.test/";
    private static final int VALUES = 50_000;
    /** Takes no bytes, is ambiguous in an any, or holds its own kind alone. */
    private static final Pattern NOT_RANDOM = Pattern.compile("/(Empty|Box\\[|Tree)");

    private static final VectorFile FILE = VectorFile.edf();
    private static final EdfRegistry GENERIC = FILE.registry();

    private final EdfRegistry records;

    RecordVectorsTest(EdfCodecs codecs) {
        records = new EdfRegistry(EdfLimits.defaults(), codecs);
        VectorRecords.register(records);
    }

    @TestFactory
    Stream<DynamicTest> schemaOfARecord_isTheRecordedOne() {
        return FILE.schemas().stream().filter(each -> each.name().startsWith(APPLICATION))
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    Schema mine = records.schema(each.name()).orElseThrow();

                    assertThat(mine.conflictWith(each)).isEmpty();
                    assertThat(each.conflictWith(mine)).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> recordedBytes_throughRecords_areTheSame() {
        return FILE.cases().stream().filter(RecordVectorsTest::isForRecords)
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    EdfReader in = records.reader(each.decode());
                    in.reset(each.bytes(), 0, each.bytes().length);
                    EdfWriter out = records.writer(each.encode());

                    Object value = in.getAny();
                    put(out, each.node().get("type").asString(), value);

                    assertThat(value).isNotInstanceOf(EdfValue.class);
                    assertThat(hex(out.toBytes())).isEqualTo(each.node().get("hex").asString());
                }));
    }

    private static boolean isForRecords(Case each) {
        return each.node().get("type").asString().startsWith(APPLICATION) && !each.is("decode_error");
    }

    @Test
    void struct_withEveryType_isReadIntoItsComponents() {
        Case everything = FILE.cases().stream().filter(each -> each.name().equals("everything")).findFirst()
                .orElseThrow();
        EdfValue.Struct expected = (EdfValue.Struct) everything.value();
        EdfReader in = records.reader(everything.decode());
        in.reset(everything.bytes(), 0, everything.bytes().length);

        VectorRecords.Everything value = (VectorRecords.Everything) in.getAny();

        assertThat(value.integer()).isEqualTo(expected.fields().get(1));
        assertThat(new EdfValue.UInt8(value.uint8())).isEqualTo(expected.fields().get(7));
        assertThat(new EdfValue.UInt64(value.uint64())).isEqualTo(expected.fields().get(10));
        assertThat(value.str()).isEqualTo(expected.fields().get(13));
        assertThat(new EdfValue.Atom(value.atom())).isEqualTo(expected.fields().get(15));
        assertThat(value.pid()).isEqualTo(expected.fields().get(17));
        assertThat(value.err()).isEqualTo(expected.fields().get(23));
        assertThat(value.slice()).isEqualTo(expected.fields().get(24));
        assertThat(value.map()).isEqualTo(expected.fields().get(26));
        assertThat(value.nested()).isInstanceOf(VectorRecords.Point.class);
    }

    /** {@code -Dergo.edf.seed=…} repeats a run. */
    @Test
    void randomValue_throughRecords_hasTheBytesOfTheGenericForm(TestReporter reporter) {
        long seed = Long.getLong("ergo.edf.seed", System.nanoTime());
        reporter.publishEntry("seed", Long.toString(seed));
        SplittableRandom random = new SplittableRandom(seed);
        RandomTypes types = new RandomTypes(random);
        List<Schema> schemas = FILE.schemas().stream().filter(each -> each.name().startsWith(APPLICATION))
                .filter(each -> !NOT_RANDOM.matcher(each.name()).find()).toList();
        types.schemas().addAll(schemas);
        RandomValues values = RandomValues.forRecords(random, types);
        EdfWriter generic = GENERIC.writer(EncodeTables.none());
        EdfWriter out = records.writer(EncodeTables.none());
        EdfReader in = records.reader(DecodeTables.none());
        for (int i = 0; i < VALUES; i++) {
            Schema schema = schemas.get(i % schemas.size());
            generic.reset();
            generic.putAny(values.value(new WireType.Registered(schema.name()), 5));
            byte[] bytes = generic.toBytes();

            in.reset(bytes, 0, bytes.length);
            Object value = in.getAny();
            out.reset();
            put(out, schema.name(), value);

            assertThat(in.remaining()).isZero();
            assertThat(hex(out.toBytes())).as("%s with seed %d", schema, seed).isEqualTo(hex(bytes));
        }
    }

    /** By the name, since of a generic record the class does not tell which one it is. */
    private void put(EdfWriter out, String name, Object value) {
        Folding.writeName(out, name);
        records.codec(new WireType.Registered(name)).write(out, value);
    }

    @Test
    void schema_isPrinted() {
        assertThat(records.schema("#example.test/vectors/types/Point").map(Schema::toString))
                .isEqualTo(Optional.of("struct #example.test/vectors/types/Point [x int32, y int32]"));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
