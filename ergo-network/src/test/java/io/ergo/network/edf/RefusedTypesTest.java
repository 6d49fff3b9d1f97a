package io.ergo.network.edf;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What cannot be registered says so at once, says why, and leaves nothing behind. */
@ParameterizedClass
@EnumSource(EdfCodecs.class)
class RefusedTypesTest {

    private final EdfRegistry registry;
    private final boolean generated;

    RefusedTypesTest(EdfCodecs codecs) {
        generated = codecs == EdfCodecs.GENERATED;
        registry = new EdfRegistry(EdfLimits.defaults(), codecs);
    }

    @EdfType("#t/NullableItems")
    record NullableItems(@Nullable long[] numbers) {}

    @EdfType("#t/NullableNumber")
    record NullableNumber(@Nullable int number) {}

    @EdfType("#t/NullableArray")
    record NullableArray(long @Nullable [] numbers) {}

    @EdfType("#t/Good")
    record Good(int a) {}

    @EdfType("#t/Half")
    record Half(Good good, Thread bad) {}

    @EdfType("#t/Later")
    record Later(@Nullable Bad later) {}

    @EdfType("#t/Bad")
    record Bad(Thread bad) {}

    @EdfType("#t/Grow")
    record Grow<X>(@Nullable Grow<List<X>> next) {}

    @EdfType("#t/Node")
    record Node<X>(X value, @Nullable Node<X> next) {}

    @EdfType("#t/NodeByInterface")
    record Chain<X>(X value, @Nullable Object next) {}

    @EdfType(value = "#t/WrongBase", base = "[]nothing")
    record WrongBase(List<String> a) {}

    @EdfType(value = "#t/WrongEnum", base = "nothing")
    enum WrongEnum {
        @EdfCode("1") A
    }

    @EdfType(value = "#t/FloatEnum", base = "float64")
    enum FloatEnum {
        @EdfCode("1") A
    }

    @EdfType(value = "#t/WrongCode", base = "int8")
    enum WrongCode {
        @EdfCode("128") A
    }

    @Test
    void nullablePrimitive_isRefusedWithTheRightSpelling() {
        refused(NullableItems.class, "the component 'numbers' of", "a long is never null", "long @Nullable []");
        refused(NullableNumber.class, "the component 'number' of", "a int is never null");
        registry.register(NullableArray.class);
        assertThat(roundTrip(new NullableArray(null))).isEqualTo(new NullableArray(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "binary", "time", "error", "any", "pid", "ref", "alias", "event", "#t/Good"})
    void base_thatGoCannotName_isRefused(String base) {
        assertThatThrownBy(() -> new Schema.Named("#t/Name", TypeExpression.parse(base)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("the base of #t/Name is " + base);
    }

    @ParameterizedTest
    @ValueSource(classes = {Half.class, Later.class})
    void registrationThatFails_leavesNothingAndFailsAgain(Class<?> type) {
        for (int i = 0; i < 2; i++) {
            refused(type, "the component 'bad' of");
            assertThat(registry.schemas()).isEmpty();
        }
        assertThatThrownBy(() -> registry.register("#t/Other", Half.class)).isInstanceOf(
                IllegalArgumentException.class);
        assertThat(registry.schemas()).isEmpty();
        registry.register(Good.class);
        assertThat(roundTrip(new Good(1))).isEqualTo(new Good(1));
    }

    @Test
    void genericRecord_inItself_isRefusedWithTheWayOut() {
        assertThatThrownBy(() -> registry.register(new EdfTypeReference<Node<Long>>() {}))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("contains itself")
                .hasMessageContaining("only through Object or a sealed interface, since it is generic");
        assertThatThrownBy(() -> registry.register(new EdfTypeReference<Grow<Long>>() {}))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("more and more arguments");
        registry.register(new EdfTypeReference<Chain<Long>>() {});
        Chain<Long> chain = new Chain<>(1L, new Chain<>(2L, null));
        assertThat(roundTrip(chain)).isEqualTo(chain);
    }

    @ParameterizedTest
    @ValueSource(ints = {249, 250, 251, 252, 253})
    void record_ofAsManySlotsAsThereAre_isSentAndRead(int slots) throws ReflectiveOperationException {
        for (boolean wide : new boolean[] {false, true}) {
            Class<?> type = record(slots, wide);
            registry.register("#t/Slots" + wide, type);
            Object[] values = IntStream.range(0, type.getRecordComponents().length)
                    .mapToObj(
                            i -> type.getRecordComponents()[i].getType() == int.class ? (Object) i : (Object) (long) i)
                    .toArray();
            Object value = type.getConstructors()[0].newInstance(values);

            assertThat(roundTrip(value)).isEqualTo(value);
            assertThat(registry.isGenerated("#t/Slots" + wide)).as("not for so many ints, whose code is too long")
                    .isEqualTo(wide && generated);
        }
    }

    @Test
    void record_ofMoreSlots_isRefusedWithItsName() throws ReflectiveOperationException {
        Class<?> type = record(254, false);

        assertThatThrownBy(() -> registry.register("#t/Slots", type)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("example.Wide").hasMessageContaining("at most 253 slots");
    }

    private static Class<?> record(int slots, boolean wide) throws ClassNotFoundException {
        List<MadeRecord.Component> components = new ArrayList<>();
        int left = slots;
        while (left > 0) {
            ClassDesc type = wide && left > 1 ? ConstantDescs.CD_long : ConstantDescs.CD_int;
            left -= type.equals(ConstantDescs.CD_long) ? 2 : 1;
            components.add(new MadeRecord.Component("c" + components.size(), type, type.descriptorString(), null,
                    false));
        }
        return new Loader(new MadeRecord("example.Wide", null, components)).loadClass("example.Wide");
    }

    @Test
    void ownCodec_forABuiltInClass_isRefused() {
        for (Class<?> type : List.of(String.class, Instant.class, int.class, Integer.class, List.class, Map.class,
                byte[].class, Object.class, Optional.class, EdfValue.Int64.class, EdfList.class)) {
            assertThatThrownBy(() -> registry.register(new PayloadCodec<>(type, "#t/Own", _ -> null, _ -> null)))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(type.getName());
        }
        assertThat(registry.schemas()).isEmpty();
    }

    @Test
    void wrongBase_isToldWithTheType() {
        refused(WrongBase.class, WrongBase.class.getName(), "nothing");
        refused(WrongEnum.class, WrongEnum.class.getName(), "nothing");
        refused(FloatEnum.class, FloatEnum.class.getName(), "string or an integer");
        refused(WrongCode.class, WrongCode.class.getName(), "the constant A", "'128'", "int8");
    }

    @Test
    void anyValue_ofTheJdk_isSentOrRefusedWithAWayOut() {
        Instant instant = Instant.parse("2025-06-01T10:00:00.5Z");

        assertThat(roundTrip(instant)).hasToString("2025-06-01T10:00:00.500Z");
        assertThat(roundTrip(ByteBuffer.wrap(new byte[] {1, 2}))).isEqualTo(new byte[] {1, 2});
        assertThat(roundTrip(Set.of(1L))).isEqualTo(List.of(1L));
        assertThatThrownBy(() -> roundTrip(new long[] {1})).isInstanceOf(EdfException.class)
                .hasMessageContaining("long[]").hasMessageContaining("List");
        assertThatThrownBy(() -> roundTrip(Duration.ZERO)).isInstanceOf(EdfException.class)
                .hasMessageContaining("java.time.Duration").hasMessageContaining("component of a record");
    }

    private void refused(Class<?> type, String... texts) {
        assertThatThrownBy(() -> registry.register(type)).isInstanceOf(IllegalArgumentException.class)
                .message().contains(texts);
    }

    private Object roundTrip(Object value) {
        EdfWriter out = registry.writer(EncodeTables.none());
        out.putMessage(value);
        EdfReader in = registry.reader(DecodeTables.none());
        byte[] bytes = out.toBytes();
        in.reset(bytes, 0, bytes.length);
        return in.getAny();
    }
}
