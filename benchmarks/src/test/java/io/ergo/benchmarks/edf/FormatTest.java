package io.ergo.benchmarks.edf;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

class FormatTest {

    private static final Pattern WORD = Pattern.compile("'([^']*)'|[0-9a-f]+");

    private static final String COMPLEX_BODY = """
            'test' 000000000000007b 9d 00000002 'tag1' 'tag2' 9f 00000002 'key1' 'value1' 'key2' 'value2'
            'node1' 0000000000000001 0000000000000001 'node1' 'process1'""";

    private static final String NESTED_BODY = """
            'nested_test' 00000000000001c8
            'complex' 0000000000000315 9d 00000002 'tag1' 'tag2' 9f 00000001 'key' 'value'
            'node1' 0000000000000002 0000000000000002 'node1' 'process2'
            9f 00000002
            'first' 'part1' 0000000000000064 9d 00000001 'tag' 9f 00000001 'key' 'value'
            'node1' 0000000000000064 0000000000000001 'node1' 'part1'
            'second' 'part2' 00000000000000c8 9d 00000001 'tag' 9f 00000001 'key' 'value'
            'node1' 00000000000000c8 0000000000000001 'node1' 'part2'
            9f 00000002 'label1' 'value1' 'label2' 'value2'""";

    private static final String MAP_BODY = "9f 00000002 'first' 'Item 1' 0000000000000001 'second' 'Item 2' 0000000000000002";

    static Stream<Arguments> formats() {
        return Arrays.stream(Format.values())
                .flatMap(format -> Arrays.stream(Shape.values()).map(shape -> Arguments.of(format, shape)));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void decode_whatWasEncoded_theSameAgain(Format format, Shape shape) {
        Subject subject = format.open(shape);

        for (int i = 0; i < 3; i++) {
            assertThat(subject.encode()).isEqualTo(subject.bytes().length);
            assertThat(subject.decode()).isEqualTo(subject.value());
        }
    }

    @ParameterizedTest
    @EnumSource
    void bytes_ofEdf_thoseOfTheFormat(Shape shape) {
        assertThat(Format.EDF.open(shape).bytes()).asHexString().isEqualTo(hex(switch (shape) {
            case STRING -> "8d 'Ergo Framework'";
            case MAP -> "82 001d 9f8d83 '#ergo.io/benchmarks/Item'" + MAP_BODY;
            case COMPLEX -> "83 '#ergo.io/benchmarks/Complex'" + COMPLEX_BODY;
            case NESTED -> "83 '#ergo.io/benchmarks/Nested'" + NESTED_BODY;
        }));
    }

    @ParameterizedTest
    @EnumSource
    void bytes_ofEdfWithIds_thoseOfTheFormat(Shape shape) {
        assertThat(Format.EDF_IDS.open(shape).bytes()).asHexString().isEqualTo(hex(switch (shape) {
            case STRING -> "8d 'Ergo Framework'";
            case MAP -> "82 0005 9f8d83 1388" + MAP_BODY;
            case COMPLEX -> "83 1389" + COMPLEX_BODY;
            case NESTED -> "83 138a" + NESTED_BODY;
        }));
    }

    @ParameterizedTest
    @EnumSource
    void value_ofMessages_thatOfTheShape(Shape shape) {
        assertThat(Messages.value(Messages.of(shape.value()))).isEqualTo(shape.value());
    }

    /** Digits stand for themselves, a text in quotes for its length in two bytes and its letters. */
    private static String hex(String written) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WORD.matcher(written).results().forEach(word -> put(bytes, word));
        return HexFormat.of().withUpperCase().formatHex(bytes.toByteArray());
    }

    private static void put(ByteArrayOutputStream bytes, MatchResult word) {
        String text = word.group(1);
        if (text == null) {
            bytes.writeBytes(HexFormat.of().parseHex(word.group()));
        } else {
            bytes.write(text.length() >> 8);
            bytes.write(text.length());
            bytes.writeBytes(text.getBytes(US_ASCII));
        }
    }
}
