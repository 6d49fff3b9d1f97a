package io.ergo.network.edf;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ergo.Pid;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Records whose fields on the wire are given from outside. */
@ParameterizedClass
@EnumSource(EdfCodecs.class)
class RecordLayoutsTest {

    private static final String NAME = "#example.test/layouts/Options";

    private final EdfRegistry registry;

    RecordLayoutsTest(EdfCodecs codecs) {
        registry = new EdfRegistry(EdfLimits.defaults(), codecs);
    }

    record Options(@Nullable List<String> tags, int size, Pid parentPid, boolean on, Optional<String> note,
            Map<String, Object> env, short[] codes, Nested nested) {}

    record Nested(String text, Pid owner, float share) {}

    record Strict(String text) {

        Strict {
            if (text.isEmpty()) {
                throw new IllegalStateException("no text");
            }
        }
    }

    record NeedsMore(int size, Object any) {}

    record NeedsStrict(int size, Strict strict) {}

    record MayBeNull(@Nullable Nested nested) {}

    record Twice(int size, int Size) {}

    record Kind(String word) {}

    record OfKind(Kind kind) {}

    @Test
    void record_withFieldsInAnotherOrder_isSentInThatOrder() {
        registry.register(layout("ParentPID pid", "Size uint16", "Tags []atom"), Options.class);
        Options options = new Options(List.of("a"), 7, new Pid("n", 1, 2), true, Optional.of("x"), Map.of("k", 1L),
                new short[1], new Nested("t", new Pid("m", 3, 4), 1));

        String bytes = bodyOf(options);

        assertThat(bytes)
                .isEqualTo("00016e" + "0000000000000001" + "0000000000000002" + "0007" + "9d00000001" + "000161");
    }

    @Test
    void record_withComponentsThatTheLayoutLacks_getsEmptyOnes() {
        registry.register(layout("Size uint16"), Options.class);

        Options read = (Options) read("0007");

        assertThat(read.size()).isEqualTo(7);
        assertThat(read.tags()).isNull();
        assertThat(read.parentPid()).isEqualTo(new Pid("", 0, 0));
        assertThat(read.on()).isFalse();
        assertThat(read.note()).isEmpty();
        assertThat(read.env()).isEmpty();
        assertThat(read.codes()).isEmpty();
        assertThat(read.nested()).isEqualTo(new Nested("", new Pid("", 0, 0), 0));
    }

    @Test
    void twoValues_readOneAfterTheOther_shareNothing() {
        registry.register(layout("Size uint16", "Tags []atom"), Options.class);

        Options first = (Options) read("0001" + "9d00000001" + "000161");
        Options second = (Options) read("0002" + "ff");

        assertThat(first.tags()).containsExactly("a");
        assertThat(second.tags()).isNull();
    }

    @Test
    void namedRecord_withASchema_isWhatTheSchemaSays() {
        registry.register(new Schema.Named("#example.test/layouts/Kind", Scalar.STRING), Kind.class);
        registry.register(layout("Kind #example.test/layouts/Kind"), OfKind.class);

        assertThat(bodyOf(new OfKind(new Kind("x")))).isEqualTo("000178");
        assertThat(registry.schema(NAME)).contains(layout("Kind #example.test/layouts/Kind"));
    }

    @Test
    void field_withoutAComponent_isARegistrationError() {
        refused(layout("Size int32", "Colour string"), Options.class,
                "Options has no component for the field 'Colour string'");
    }

    @Test
    void field_withTwoComponents_isARegistrationError() {
        refused(layout("SIZE int32"), Twice.class, "Twice has several components for the field 'SIZE int32'");
    }

    @Test
    void twoFields_ofOneComponent_areARegistrationError() {
        refused(layout("Text string", "TEXT string"), Nested.class, "stands for two fields");
    }

    @Test
    void field_ofATypeThatTheComponentCannotHold_isARegistrationError() {
        refused(layout("Size int64"), Options.class, "the component 'size' of ", "int cannot hold every int64");
        refused(layout("On string"), Options.class, "the component 'on' of ", "boolean cannot be sent as string");
    }

    @Test
    void component_thatMayBeNullWhereTheFieldCannot_isARegistrationError() {
        registry.register("#example.test/layouts/Nested", Nested.class);
        refused(layout("Nested #example.test/layouts/Nested"), MayBeNull.class, "the component 'nested' of ");
    }

    @Test
    void component_withoutFieldAndWithoutAnEmptyValue_isARegistrationError() {
        refused(layout("Size int32"), NeedsMore.class, "the component 'any' of ", "stands for no field of the layout",
                "has no empty value");
        refused(layout("Size int32"), NeedsStrict.class, "the component 'strict' of ", "no text");
    }

    @Test
    void class_thatIsNoRecord_isARegistrationError() {
        refused(layout("Size int32"), Object.class, "java.lang.Object is no record");
    }

    @Test
    void record_asBytesOfItsOwn_isARegistrationError() {
        refused(new Schema.Opaque(NAME), Nested.class, "register an EdfCodec for it");
    }

    private void refused(Schema schema, Class<?> record, String... reasons) {
        assertThatThrownBy(() -> registry.register(schema, record)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(reasons);
        assertThat(registry.schema(NAME)).isEmpty();
    }

    static Schema.Struct layout(String... fields) {
        return new Schema.Struct(NAME, List.of(fields).stream().map(each -> each.split(" "))
                .map(each -> new Schema.Field(each[0], TypeExpression.parse(each[1]))).toList());
    }

    private String bodyOf(Object value) {
        EdfWriter out = registry.writer(EncodeTables.none());
        out.putMessage(value);
        return HexFormat.of().formatHex(out.toBytes()).substring(head().length());
    }

    private @Nullable Object read(String body) {
        byte[] bytes = HexFormat.of().parseHex(head() + body);
        EdfReader in = registry.reader(DecodeTables.none());
        in.reset(bytes, 0, bytes.length);
        return in.getAny();
    }

    private static String head() {
        return "83" + "%04x".formatted(NAME.length())
                + HexFormat.of().formatHex(NAME.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
