package io.ergo.network.edf;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.ergo.Reason;
import io.ergo.network.edf.VectorFile.Case;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Values recorded from the reference, both ways, in the generic form. */
class EdfVectorsTest {

    /** The error of this case has the text of a cached one and is another: values here are found by their text alone. */
    private static final Set<String> BY_IDENTITY = Set.of("error same text, other identity");
    /** What the reference refuses because of itself. */
    private static final Set<String> HARMLESS = Set.of("type scalar", "marshaler rejects");

    private static final VectorFile FILE = VectorFile.edf();
    private static final EdfRegistry REGISTRY = FILE.registry();

    @TestFactory
    Stream<DynamicTest> value_encoded_givesTheRecordedBytes() {
        return tests(FILE.cases().stream(), each -> {
            EncodeTables tables = each.encode();
            if (BY_IDENTITY.contains(each.name())) {
                tables = new EncodeTables(tables.atoms(), tables.types(), Map.of(), tables.mapping());
            }
            EdfWriter out = REGISTRY.writer(tables);

            out.putMessage(each.value());

            assertThat(hex(out.toBytes())).isEqualTo(hex(each.bytes()));
        });
    }

    @TestFactory
    Stream<DynamicTest> bytes_decoded_giveTheRecordedValue() {
        return tests(FILE.cases().stream().filter(each -> !each.is("decode_error")), EdfVectorsTest::decodes);
    }

    /** What the reference cannot read of its own is either read or refused properly. */
    @TestFactory
    Stream<DynamicTest> bytesThatTheReferenceRefuses_decoded_giveTheValueOrOurError() {
        return tests(FILE.cases().stream().filter(each -> each.is("decode_error")), each -> {
            try {
                decodes(each);
            } catch (EdfException e) {
                assertThat(e.offset()).isNotNegative();
            }
        });
    }

    private static void decodes(Case each) {
        EdfReader in = reader(each);

        Object value = in.getAny();

        assertThat(SameValue.of(value, each.decodedValue())).as("%s", value).isTrue();
        assertThat(in.remaining()).isZero();
    }

    @TestFactory
    Stream<DynamicTest> malformed_decoded_isRefused() {
        return tests(FILE.malformed().stream().filter(each -> !each.is("accepted"))
                .filter(each -> !HARMLESS.contains(each.name())), each -> {
                    EdfReader in = reader(each);

                    assertThatThrownBy(in::getAny).isInstanceOf(EdfException.class);
                });
    }

    @TestFactory
    Stream<DynamicTest> oddButAccepted_decoded_givesValueAndRest() {
        return tests(FILE.malformed().stream().filter(each -> each.is("accepted")), each -> {
            EdfReader in = reader(each);

            Object value = in.getAny();

            assertThat(SameValue.of(value, each.value())).as("%s", value).isTrue();
            assertThat(in.remaining() * 2).isEqualTo(each.node().get("tail_hex").asString().length());
        });
    }

    static Stream<Object> refusedValues() {
        return Stream.of(new Unregistered(1), "x".repeat(65_536), Reason.of("e".repeat(32_768)), BigDecimal.ONE,
                new EdfValue.Named("#example.test/vectors/types/Unknown", 1L),
                OffsetDateTime.of(2025, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHoursMinutes(0, -1)));
    }

    /** The encode errors of the file that Java can express. */
    @ParameterizedTest
    @MethodSource("refusedValues")
    void value_withoutAForm_isRefused(Object value) {
        EdfWriter out = REGISTRY.writer(EncodeTables.none());

        assertThatThrownBy(() -> out.putMessage(value)).isInstanceOf(EdfException.class);
    }

    @Test
    void message_null_isRefused() {
        EdfWriter out = REGISTRY.writer(EncodeTables.none());

        assertThatThrownBy(() -> out.putMessage(null)).isInstanceOf(EdfException.class)
                .hasMessageContaining("cannot be null");
    }

    @Test
    void class_notRegistered_isNamedWithTheWayOut() {
        EdfWriter out = REGISTRY.writer(EncodeTables.none());

        assertThatThrownBy(() -> out.putAny(new Unregistered(1))).isInstanceOf(EdfException.class)
                .hasMessageContaining(Unregistered.class.getName()).hasMessageContaining("@EdfType");
    }

    @Test
    void type_notRegistered_isNamed() {
        byte[] bytes = HexFormat.of()
                .parseHex("830004" + hex("#a/B".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        EdfReader in = REGISTRY.reader(DecodeTables.none());
        in.reset(bytes, 0, bytes.length);

        assertThatThrownBy(in::getAny).isInstanceOf(EdfException.class).hasMessageContaining("#a/B");
    }

    @Test
    void errorWithoutText_isReadAndWrittenAsItIs() {
        byte[] bytes = HexFormat.of().parseHex("9c0000");
        EdfReader in = REGISTRY.reader(DecodeTables.none());
        in.reset(bytes, 0, bytes.length);
        EdfWriter out = REGISTRY.writer(EncodeTables.none());

        out.putAny(in.getAny());

        assertThat(hex(out.toBytes())).isEqualTo("9c0000");
    }

    private static EdfReader reader(Case each) {
        EdfReader in = REGISTRY.reader(each.decode());
        byte[] bytes = each.bytes();
        in.reset(bytes, 0, bytes.length);
        return in;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static Stream<DynamicTest> tests(Stream<Case> cases, Consumer<Case> test) {
        return cases.map(each -> DynamicTest.dynamicTest(each.name(), () -> test.accept(each)));
    }

    private record Unregistered(int a) {}
}
