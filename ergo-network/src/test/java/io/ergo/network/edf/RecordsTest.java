package io.ergo.network.edf;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.ergo.Address;
import io.ergo.Pid;
import io.ergo.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How records are sent: what each component becomes, and what cannot be registered. */
@ParameterizedClass
@EnumSource(EdfCodecs.class)
class RecordsTest {

    private static final Pid PID = new Pid("a@b", 1001, 7);

    private final EdfRegistry registry;

    RecordsTest(EdfCodecs codecs) {
        registry = new EdfRegistry(EdfLimits.defaults(), codecs);
    }

    // ---- components

    @EdfType("#t/Natural")
    record Natural(boolean flag, byte b, short s, int i, long l, float f, double d, String text, byte[] bytes,
            OffsetDateTime time, Instant instant, Duration duration, Reason reason, Pid pid, Object any,
            List<String> list, Set<Long> set, long[] array, Map<String, Integer> map, ByteBuffer buffer,
            Boolean boxed) {}

    @Test
    void component_byItself_hasTheTypeOfItsClass() {
        registry.register(Natural.class);

        assertThat(registry.schema("#t/Natural").orElseThrow()).hasToString("struct #t/Natural [flag bool, b int8, "
                + "s int16, i int32, l int, f float32, d float64, text string, bytes binary, time time, instant time, "
                + "duration int64, reason error, pid pid, any any, list []string, set []int, array []int, "
                + "map map[string]int32, buffer binary, boxed bool]");
    }

    @Test
    void record_sentAndRead_isEqual() {
        registry.register(Natural.class);
        Natural value = new Natural(true, (byte) -1, (short) -2, -3, -4, 1.5f, 2.5, "ä", new byte[] {1},
                OffsetDateTime.parse("2025-06-01T12:00:00.5+02:00"), Instant.parse("2025-06-01T10:00:00Z"),
                Duration.ofMillis(1500), Reason.TIMEOUT, PID, 7L, List.of("x"), Set.of(5L), new long[] {6},
                Map.of("k", 1), ByteBuffer.wrap(new byte[] {9}), true);

        assertThat(roundTrip(value)).usingRecursiveComparison().isEqualTo(value);
    }

    @EdfType("#t/Wanted")
    record Wanted(@EdfField("uint8") int small, @EdfField("uint32") int bits, @EdfField("uint64") long big,
            @EdfField("atom") String atom, @EdfField("[]uint16") List<Integer> ports, @EdfField("[4]uint8") byte[] ip,
            @EdfField("any") String any, @EdfField("map[uint16]atom") Map<Integer, String> names) {}

    @Test
    void component_withAField_hasTheWantedType() {
        registry.register(Wanted.class);
        Wanted value = new Wanted(255, -1, -1, "a", List.of(65_535), new byte[] {-1, 0, 0, 1}, "s", Map.of(256, "n"));

        assertThat(registry.schema("#t/Wanted").orElseThrow())
                .hasToString("struct #t/Wanted [small uint8, bits uint32, "
                        + "big uint64, atom atom, ports []uint16, ip [4]uint8, any any, names map[uint16]atom]");
        assertThat(roundTrip(value)).usingRecursiveComparison().isEqualTo(value);
    }

    @Test
    void number_beyondItsType_isRefusedWithThePath() {
        registry.register(Wanted.class);
        Wanted value = new Wanted(256, 0, 0, "a", List.of(), new byte[4], "s", Map.of());

        assertThatThrownBy(() -> encode(value)).isInstanceOf(EdfException.class)
                .hasMessage("the number 256 does not fit in uint8 in #t/Wanted.small");
    }

    @EdfType("#t/Absent")
    record Absent(@Nullable List<String> list, @Nullable Map<String, String> map, @Nullable Reason reason,
            @Nullable Integer number, @Nullable String text, @Nullable Object any, Optional<Long> optional,
            Optional<List<String>> optionalList, List<@Nullable String> items, byte @Nullable [] bytes,
            @Nullable Absent next) {}

    @Test
    void component_thatMayBeNull_isNilOrAny() {
        registry.register(Absent.class);

        assertThat(registry.schema("#t/Absent").orElseThrow()).hasToString("struct #t/Absent [list []string, "
                + "map map[string]string, reason error, number any, text any, any any, optional any, "
                + "optionalList []string, items []any, bytes any, next any]");
    }

    @Test
    void component_null_staysNullAndOthersStay() {
        registry.register(Absent.class);
        List<@Nullable String> items = new java.util.ArrayList<>();
        items.add(null);
        items.add("x");
        Absent nothing = new Absent(null, null, null, null, null, null, Optional.empty(), Optional.empty(), List.of(),
                null, null);
        Absent all = new Absent(List.of(), Map.of(), Reason.KILL, 1, "t", 2L, Optional.of(3L), Optional.of(List.of()),
                items, new byte[] {1}, nothing);

        assertThat(roundTrip(nothing)).isEqualTo(nothing);
        assertThat(roundTrip(all)).usingRecursiveComparison().isEqualTo(all);
    }

    @EdfType("#t/Present")
    record Present(List<String> list, Reason reason) {}

    @Test
    void nil_whereNothingMayBeNull_isEmptyOrRefused() {
        registry.register(Present.class);

        assertThat(decode(name("#t/Present") + "ff" + "000178")).isEqualTo(new Present(List.of(), Reason.of("x")));
        assertThatThrownBy(() -> decode(name("#t/Present") + "ff" + "ffff")).isInstanceOf(EdfException.class)
                .hasMessageContaining("#t/Present.reason").hasMessageContaining("@Nullable");
    }

    @Test
    void null_whereNothingMayBeNull_isRefusedWithThePath() {
        registry.register(Present.class);

        assertThatThrownBy(() -> encode(new Present(null, Reason.KILL))).isInstanceOf(EdfException.class)
                .hasMessageContaining("null cannot be written as []string in #t/Present.list");
    }

    // ---- types in types

    sealed interface Shape {}

    @EdfType("#t/Circle")
    record Circle(int radius) implements Shape {}

    @EdfType("#t/Square")
    record Square(int side) implements Shape {}

    @EdfType("#t/Drawing")
    record Drawing(Shape first, List<Shape> others, Address by) {}

    @Test
    void sealedInterface_isAnyOfItsMembers() {
        registry.register(Drawing.class);
        Drawing value = new Drawing(new Circle(1), List.of(new Square(2), new Circle(3)), PID);

        assertThat(roundTrip(value)).isEqualTo(value);
        assertThat(registry.schema("#t/Drawing").orElseThrow())
                .hasToString("struct #t/Drawing [first any, others []any, by any]");
    }

    @Test
    void sealedInterface_registered_registersItsMembers() {
        registry.register(Shape.class);

        assertThat(roundTrip(new Square(2))).isEqualTo(new Square(2));
    }

    @Test
    void anotherValue_whereAMemberIsExpected_isRefused() {
        registry.register(Drawing.class);

        assertThatThrownBy(() -> decode(name("#t/Drawing") + "9101")).isInstanceOf(EdfException.class)
                .hasMessageContaining("java.lang.Boolean stands where " + Shape.class.getName());
    }

    @EdfType("#example.com/shop/Pair")
    record Pair<A, B>(A first, List<B> second) {}

    @EdfType("#t/Pairs")
    record Pairs(Pair<Long, Pid> a, Pair<String, Circle> b) {}

    @Test
    void genericRecord_hasANameWithItsArguments() {
        registry.register(Pairs.class);
        Pairs value = new Pairs(new Pair<>(1L, List.of(PID)), new Pair<>("x", List.of(new Circle(1))));

        assertThat(roundTrip(value)).isEqualTo(value);
        assertThat(registry.schema("#example.com/shop/Pair[int,ergo.services/ergo/gen.PID]").orElseThrow())
                .hasToString("struct #example.com/shop/Pair[int,ergo.services/ergo/gen.PID] [first int, second []pid]");
        assertThat(registry.schema("#example.com/shop/Pair[string,t.Circle]")).isPresent();
    }

    @Test
    void genericRecord_registeredTwice_cannotStandAlone() {
        registry.register(Pairs.class);

        assertThatThrownBy(() -> encode(new Pair<>(1L, List.of(PID)))).isInstanceOf(EdfException.class)
                .hasMessageContaining("does not tell which");
    }

    @EdfType(value = "#t/Level", base = "int32")
    enum Level {
        @EdfCode("-1") DEBUG,
        @EdfCode("1") INFO
    }

    @EdfType("#t/Logged")
    record Logged(Level level, @Nullable Level other, Map<Level, Integer> counts) {}

    @Test
    void enum_isANamedScalarWithItsDeclaredValues() {
        registry.register(Logged.class);
        Logged value = new Logged(Level.DEBUG, Level.INFO, Map.of(Level.INFO, 3));

        assertThat(encode(Level.DEBUG)).isEqualTo(name("#t/Level") + "ffffffff");
        assertThat(roundTrip(value)).isEqualTo(value);
        assertThat(registry.schema("#t/Level").orElseThrow()).hasToString("type #t/Level int32");
    }

    @Test
    void enum_withAnUnknownValue_isRefused() {
        registry.register(Level.class);

        assertThatThrownBy(() -> decode(name("#t/Level") + "00000002")).isInstanceOf(EdfException.class)
                .hasMessageContaining("the value 2 of #t/Level belongs to no constant");
    }

    @Test
    void record_registeredUnderAName_needsNoAnnotation() {
        registry.register("#t/Plain", Plain.class);

        assertThat(roundTrip(new Plain(1))).isEqualTo(new Plain(1));
        registry.register("#t/Plain", Plain.class);
        assertThatThrownBy(() -> registry.register("#t/Other", Plain.class))
                .hasMessageContaining("it is registered as #t/Plain");
    }

    record Plain(int a) {}

    // ---- codecs of the user's

    static final class Money implements EdfCodec<BigDecimal> {

        @Override
        public Class<BigDecimal> type() {
            return BigDecimal.class;
        }

        @Override
        public Schema schema() {
            return new Schema.Named("#t/Money", Scalar.STRING);
        }

        @Override
        public void write(EdfWriter out, BigDecimal value) {
            out.putString(value.toPlainString());
        }

        @Override
        public BigDecimal read(EdfReader in) {
            return new BigDecimal(in.getString());
        }
    }

    @EdfType("#t/Price")
    record Price(BigDecimal amount, @Nullable BigDecimal discount) {}

    @Test
    void ownCodec_isUsedForItsClass() {
        registry.register(new Money());
        registry.register(Price.class);
        Price value = new Price(new BigDecimal("1.50"), new BigDecimal("0.10"));

        assertThat(roundTrip(value)).isEqualTo(value);
        assertThat(registry.schema("#t/Price").orElseThrow())
                .hasToString("struct #t/Price [amount #t/Money, discount any]");
    }

    @Test
    void ownCodec_thatThrows_isTheDecodersOwnException() {
        registry.register(new Money());

        assertThatThrownBy(() -> decode(name("#t/Money") + "000178")).isInstanceOf(EdfException.class)
                .hasMessageContaining("the codec of #t/Money refuses the bytes").hasCauseInstanceOf(
                        NumberFormatException.class);
    }

    @Test
    void opaqueCodec_isHeldToItsPayload() {
        registry.register(new PayloadCodec<>(Custom.class, "#t/Custom", Custom::new, Custom::payload));

        assertThat(encode(new Custom(new byte[] {1, 2})))
                .isEqualTo(name("#t/Custom") + "00000002" + "0102");
        assertThat(decode(name("#t/Custom") + "00000001" + "0102")).usingRecursiveComparison()
                .isEqualTo(new Custom(new byte[] {1}));
    }

    record Custom(byte[] payload) {}

    @EdfType("#t/Positive")
    record Positive(int value) {

        Positive {
            if (value <= 0) {
                throw new IllegalArgumentException("not positive");
            }
        }
    }

    @Test
    void constructor_thatThrows_isTheDecodersOwnException() {
        registry.register(Positive.class);

        assertThatThrownBy(() -> decode(name("#t/Positive") + "00000000")).isInstanceOf(EdfException.class)
                .hasMessageContaining(Positive.class.getName()).hasMessageContaining("not positive");
    }

    @Test
    void percent_inAnError_isDoubledWhereThePeerNeedsIt() {
        registry.register(Present.class);
        EncodeTables go = EncodeTables.none().withDoublePercents(true);
        Reason half = Reason.of("50% of %d");

        assertThat(encode(EncodeTables.none(), half)).isEqualTo("9c0009" + hex("50% of %d"));
        assertThat(encode(go, half)).isEqualTo("9c000b" + hex("50%% of %%d"));
        assertThat(encode(go, new Present(List.of(), half))).endsWith("000b" + hex("50%% of %%d"));
        assertThat(encode(go, new EdfValue.RawError(new EdfValue.RawString(new byte[] {'%', -1}))))
                .isEqualTo("9c0003" + "2525ff");
        assertThat(encode(go, Reason.of("plain"))).isEqualTo("9c0005" + hex("plain"));
        assertThat(encode(go, "100%")).isEqualTo("8d0004" + hex("100%"));
    }

    // ---- what cannot be registered

    @EdfType("#t/Unsupported")
    record Unsupported(BigDecimal amount) {}

    @EdfType("#t/Nameless")
    record Nameless(Plain plain) {}

    @EdfType("#t/Same")
    record Same(int a) {}

    @EdfType("#t/Same")
    record SameName(Same inner) {}

    @EdfType("#t/Cycle")
    record Cycle(List<Inner> inner) {}

    @EdfType("#t/Inner")
    record Inner(Cycle cycle) {}

    @EdfType("#t/Mismatch")
    record Mismatch(@EdfField("uint64") int narrow) {}

    @EdfType("#t/WrongField")
    record WrongField(@EdfField("integer") int number) {}

    @EdfType("#t/WrongKey")
    record WrongKey(Map<List<String>, String> map) {}

    @EdfType("no/name")
    record WrongName(int a) {}

    @EdfType(value = "#t/NoCode", base = "int")
    enum NoCode {
        A
    }

    @EdfType("#t/NoBase")
    enum NoBase {
        A
    }

    @EdfType(value = "#t/TwoParts", base = "int")
    record TwoParts(long a, long b) {}

    @Test
    void typeThatCannotBeSent_isRefusedWithTypeComponentAndReason() {
        refused(Unsupported.class, "the component 'amount' of", "Unsupported", "java.math.BigDecimal cannot be sent");
        refused(Nameless.class, "the component 'plain' of", "Plain has no wire name; give it one with @EdfType");
        refused(SameName.class, SameName.class.getName(),
                "cannot have the wire name #t/Same, which is registered already", "of " + Same.class.getName());
        refused(Cycle.class, "the component 'inner' of", "the component 'cycle' of", "contains itself",
                "through Object or a sealed interface");
        refused(Mismatch.class, "the component 'narrow' of", "int cannot hold every uint64");
        refused(WrongField.class, "the component 'number' of", "'integer' is neither built in nor a wire name");
        refused(WrongKey.class, "the component 'map' of", "the key of a map is []string");
        refused(WrongName.class, WrongName.class.getName(), "'no/name' must be #package/Name");
        refused(NoCode.class, "the constant A of", "@EdfCode");
        refused(NoBase.class, "needs a base in its @EdfType");
        refused(TwoParts.class, "needs one component, but has 2");
        refused(Pair.class, "needs its type arguments");
    }

    private void refused(Class<?> type, String... texts) {
        assertThatThrownBy(() -> registry.register(type)).isInstanceOf(IllegalArgumentException.class)
                .message().contains(texts);
    }

    // ---- schemas of one name

    @Test
    void schemas_thatDiffer_sayWhere() {
        Schema.Struct here = struct(new Schema.Field("a", Scalar.INT), new Schema.Field("b", Scalar.STRING));

        assertThat(here.conflictWith(struct(new Schema.Field("x", Scalar.INT), new Schema.Field("y", Scalar.STRING))))
                .isEmpty();
        assertThat(here.conflictWith(struct(new Schema.Field("a", Scalar.INT64), new Schema.Field("b", Scalar.STRING))))
                .contains("field 1 of #t/S is 'a int' here and 'a int64' there");
        assertThat(here.conflictWith(struct(new Schema.Field("a", Scalar.INT))))
                .contains("#t/S has 2 fields here and 1 there; 'b string' is missing there");
        assertThat(here.conflictWith(new Schema.Opaque("#t/S"))).isPresent();
        assertThat(here.conflictWith(new Schema.Opaque("#t/T"))).hasValueSatisfying(
                reason -> assertThat(reason).contains("the names differ"));
        assertThat(new Schema.Named("#t/N", Scalar.INT).conflictWith(new Schema.Named("#t/N", Scalar.INT32)))
                .contains("#t/N is int here and int32 there");
    }

    private static Schema.Struct struct(Schema.Field... fields) {
        return new Schema.Struct("#t/S", List.of(fields));
    }

    // ---- bytes

    private Object roundTrip(Object value) {
        return decode(encode(value));
    }

    private String encode(Object value) {
        return encode(EncodeTables.none(), value);
    }

    private String encode(EncodeTables tables, Object value) {
        EdfWriter out = registry.writer(tables);
        out.putMessage(value);
        return HexFormat.of().formatHex(out.toBytes());
    }

    private Object decode(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        EdfReader in = registry.reader(DecodeTables.none());
        in.reset(bytes, 0, bytes.length);
        return in.getAny();
    }

    private static String name(String name) {
        return "83" + HexFormat.of().toHexDigits((short) name.length()) + hex(name);
    }

    private static String hex(String ascii) {
        return HexFormat.of().formatHex(ascii.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
