package io.ergo.network.edf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.stream.Stream;

import io.ergo.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What cannot be sent, or is not known: the error says what it is and what to do. */
class RefusedValuesTest {

    private static final EdfRegistry REGISTRY = new EdfRegistry(EdfLimits.defaults());

    static Stream<Object> refusedValues() {
        return Stream.of(new Unregistered(1), "x".repeat(65_536), Reason.of("e".repeat(32_768)), BigDecimal.ONE,
                new EdfValue.Named("#example.test/shop/Unknown", 1L),
                OffsetDateTime.of(2025, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHoursMinutes(0, -1)));
    }

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
                .parseHex("830004" + hex("#a/B".getBytes(StandardCharsets.UTF_8)));
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

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private record Unregistered(int a) {}
}
