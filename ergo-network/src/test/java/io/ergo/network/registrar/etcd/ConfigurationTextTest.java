package io.ergo.network.registrar.etcd;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ConfigurationTextTest {

    static Stream<Arguments> typed() {
        return Stream.of(arguments("int:123", 123L), arguments("int:-1", -1L), arguments("int:+7", 7L),
                arguments("int:007", 7L), arguments("int:9223372036854775807", Long.MAX_VALUE),
                arguments("int:-9223372036854775808", Long.MIN_VALUE),
                arguments("float:3.14", 3.14), arguments("float:1", 1.0), arguments("float:.5", 0.5),
                arguments("float:5.", 5.0), arguments("float:-1.5e-3", -0.0015), arguments("float:1E6", 1e6),
                arguments("float:+2e+2", 200.0), arguments("float:-0", -0.0), arguments("float:1e-400", 0.0),
                arguments("float:1.7976931348623157e308", Double.MAX_VALUE),
                arguments("float:0x1p-2", 0.25), arguments("float:0X1.8P1", 3.0), arguments("float:-0x.8p0", -0.5),
                arguments("float:0xAp0", 10.0), arguments("float:0x1.p3", 8.0),
                arguments("float:0x1.fffffffffffffp1023", Double.MAX_VALUE),
                arguments("float:1_23.50_0_0e+1_2", 1.235e14), arguments("float:0x_1_2.3_4_5p+1_2", 74_565.0),
                arguments("float:Inf", Double.POSITIVE_INFINITY), arguments("float:-inf", Double.NEGATIVE_INFINITY),
                arguments("float:+INFINITY", Double.POSITIVE_INFINITY), arguments("float:NaN", Double.NaN),
                arguments("float:nan", Double.NaN), arguments("bool:1", true), arguments("bool:t", true),
                arguments("bool:T", true), arguments("bool:TRUE", true), arguments("bool:true", true),
                arguments("bool:True", true), arguments("bool:0", false), arguments("bool:f", false),
                arguments("bool:F", false), arguments("bool:FALSE", false), arguments("bool:false", false),
                arguments("bool:False", false));
    }

    @ParameterizedTest
    @MethodSource("typed")
    void text_withATypeThatFits_isAValueOfThatType(String text, Object value) {
        assertThat(ConfigurationText.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "123", "true", "int:", "int:1.0", "int: 1", "int:1 ", "int:0x10", "int:1_000",
        "int:--1", "int:９", "int:9223372036854775808", "float:", "float:.", "float:e5", "float:1e", "float:1e+",
        "float:1.0f", "float:1d", "float: 1", "float:1,5", "float:0x1", "float:0x1.8", "float:0xp1", "float:0x.p1",
        "float:1p3", "float:1e400", "float:-1e400", "float:0x1p1024", "float:+nan", "float:-NaN", "float:infinit",
        "float:++1", "float:٣", "float:_1", "float:1_", "float:1__2", "float:1_.5", "float:1._5", "float:1_e5",
        "float:1e_5", "float:+_1", "float:0_x1p1", "float:0x1_p1", "float:0x1p_1", "bool:", "bool:yes", "bool:tRUE",
        "bool: true", "string:x", "Int:1", "INT:1"})
    void text_thatDoesNotParse_isTheValueWithItsPrefix(String text) {
        assertThat(ConfigurationText.parse(text)).isEqualTo(text);
    }

    @Test
    void text_ofAMillionDigits_isParsedLikeAnyOther() {
        assertThat(ConfigurationText.parse("float:0." + "1".repeat(1_000_000))).isEqualTo(1.0 / 9);
        assertThat(ConfigurationText.parse("float:" + "1_".repeat(500_000))).isInstanceOf(String.class);
        assertThat(ConfigurationText.parse("float:" + "1".repeat(1_000_000) + ",")).isInstanceOf(String.class);
        assertThat(ConfigurationText.parse("float:0x" + "1".repeat(1_000_000) + ",")).isInstanceOf(String.class);
        assertThat(ConfigurationText.parse("int:" + "0".repeat(1_000_000) + "1")).isEqualTo(1L);
    }
}
