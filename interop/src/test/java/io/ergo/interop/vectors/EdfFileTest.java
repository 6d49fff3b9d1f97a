package io.ergo.interop.vectors;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Files written for the test: right ones with types that nobody here knows, and wrong ones, each of which fails in one place. */
class EdfFileTest {

    private static final String SPOT = """
            {"type": "struct", "name": "#other.test/x/Spot", "fields": [
              {"name": "A", "value": {"type": "uint16", "value": "%s"}},
              {"name": "B", "value": {"type": "error", "text": "timed out"}}]}""";

    private static final String FLAGS = "830024"
            + HexFormat.of().formatHex("#ergo.services/ergo/gen/NetworkFlags".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    private Run run(String sections) {
        return Run.ofText(folder, file(sections));
    }

    private static String file(String sections) {
        return """
            {"schemas": [
               {"name": "#other.test/x/Line", "kind": "slice", "elem": "#other.test/x/Spot"},
               {"name": "#other.test/x/Spot", "kind": "struct",
                "fields": [{"name": "A", "type": "uint16"}, {"name": "B", "type": "error"}]},
               {"name": "#other.test/x/Mark", "kind": "marshaler", "body": "its own"},
               {"name": "#example.test/vectors/types/Point", "kind": "struct", "fields": [{"name": "X", "type": "int8"}]}],
             "option_sets": {"none": {}, "some": {
               "atom_cache": {"300": "one@host"}, "reg_cache": {"4096": "#other.test/x/Spot"},
               "err_cache": {"32768": "timed out"},
               "atom_mapping_encode": {"here": "there"}, "atom_mapping_decode": {"there": "here"}}},
             %s}""".formatted(sections);
    }

    private static String caseOf(String type, String options, String hex, String value, String more) {
        return "\"cases\": [{\"name\": \"one\", \"type\": \"" + type + "\", \"options\": \"" + options
                + "\", \"hex\": \"" + hex + "\", \"value\": " + value + more + "}]";
    }

    private static String caseOf(String type, String hex, String value) {
        return caseOf(type, "none", hex, value, "");
    }

    static Stream<String> right() {
        return Stream.of(
                caseOf("#other.test/x/Spot", "some", "83100000078000", SPOT.formatted("7"), ""),
                caseOf("#other.test/x/Spot", "some", "8310000007000974696d6564206f7574", SPOT.formatted("7"), ""),
                caseOf("[]#other.test/x/Spot", "some", "8200049d8310009d0000000100078000",
                        "{\"type\":\"slice\",\"elem\":\"#other.test/x/Spot\",\"items\":[" + SPOT.formatted("7") + "]}",
                        ""),
                caseOf("atom", "some", "8c00057468657265", "{\"type\":\"atom\",\"value\":\"here\"}", ""),
                caseOf("#example.test/vectors/types/Point",
                        "830021236578616d706c652e746573742f766563746f72732f74797065732f506f696e7405",
                        "{\"type\":\"struct\",\"name\":\"#example.test/vectors/types/Point\",\"fields\":["
                                + "{\"name\":\"X\",\"value\":{\"type\":\"int8\",\"value\":\"5\"}}]}"),
                caseOf("string", "none", "8d0001ff", "{\"type\":\"string\",\"utf8_hex\":\"ff\"}",
                        ",\"decode_error\":\"runtime error: of theirs\""),
                caseOf("atom", "8c0001ff", "{\"type\":\"atom\",\"utf8_hex\":\"ff\"}"),
                caseOf("error", "9c0000", "{\"type\":\"error\",\"text\":\"\"}"),
                caseOf("error", "none", "9c00023125", "{\"type\":\"error\",\"text\":\"1%\"}",
                        ",\"decoded_value\":{\"type\":\"error\",\"text\":\"1%!(NOVERB)\"}"),
                "\"malformed\":[{\"name\":\"m\",\"hex\":\"8300136f746865722e746573742f782f4d61726b\",\"options\":\"none\",\"error\":\"end of data\"}]",
                "\"malformed\":[{\"name\":\"m\",\"hex\":\"830012236f746865722e746573742f782f4d61726b0000000101\","
                        + "\"options\":\"none\",\"error\":\"malformed EDF: mark: bad checksum\"}]",
                "\"malformed\":[{\"name\":\"m\",\"hex\":\"91ffee\",\"options\":\"none\",\"accepted\":true,\"tail_hex\":\"ee\","
                        + "\"value\":{\"type\":\"bool\",\"value\":false}}]",
                refused("\"string of 70000 bytes\""), refused("\"*types.Any\""), refused("\"gen.MessageDownPID\""),
                refused("{\"type\":\"struct\",\"name\":\"#a/Unregistered\",\"fields\":[]}"),
                refused("\"map[string][]*types.Any\""),
                refused("\"a joined error\"").replace("\"no\"", "\"no encoder for type errors.joinError\""),
                refused("{\"type\":\"string\",\"repeat\":\"a\",\"count\":65536}"),
                refused("{\"type\":\"marshaler\",\"name\":\"#other.test/x/Mark\",\"payload_hex\":\"01\"}"),
                refused("\"x.Mark\""), refused("\"<-chan int\""), refused("\"[]func()\""), refused("\"uintptr\""),
                refused("\"pointer to a registered struct\""), refused("\"complex64\""),
                refused("\"nothing at all\"").replace("\"no\"", "\"nothing to encode\""),
                refused("\"ours\"").replace("\"no\"", "\"pointer type is not supported\""),
                refused("\"a long one\"").replace("\"no\"", "\"atom too long - at most 255\""),
                caseOf("binary", "none", "8e00000000", "{\"type\":\"binary\",\"nil\":true}",
                        ",\"decoded_value\":{\"type\":\"binary\",\"hex\":\"\"}"),
                caseOf("time", "af0f010000000ee20477000000000004b0",
                        "{\"type\":\"time\",\"unix_seconds\":\"1785888768\",\"nanos\":0,\"utc\":false,"
                                + "\"offset_seconds\":72000,\"rfc3339\":\"2026-08-05T20:12:48+20:00\"}"),
                malformed("8dfffe" + "61".repeat(65_534), "runtime error: slice bounds out of range [2:0]"),
                malformed("8200079d9e00000000969d00000001", "malformed EDF: incorrect data length"),
                malformed("82000b9e000000029e0000000096", "malformed EDF: end of data"));
    }

    /** What the reference reads otherwise than it has written it. */
    static Stream<String> rightOfTheReference() {
        String unsigned = "{\"type\":\"time\",\"unix_seconds\":\"0\",\"nanos\":0,\"utc\":false,\"offset_seconds\":%d}";
        String negative = "af10020000000e7791f70000000000fed8fe";
        return Stream.of(
                caseOf("time", "none", negative, unsigned.formatted(-17_762),
                        ",\"decoded_value\":" + unsigned.formatted(-17_506)),
                accepted(negative, unsigned.formatted(-17_506)), accepted(negative, unsigned.formatted(-17_762)),
                accepted("9c00023125", "{\"type\":\"error\",\"text\":\"1%!(NOVERB)\"}"),
                caseOf("error", "none", "9c0002ff25", "{\"type\":\"error\",\"utf8_hex\":\"ff25\"}",
                        ",\"decoded_value\":{\"type\":\"error\",\"utf8_hex\":\"ff2521284e4f5645524229\"}"),
                flags("0000000000000067ff", "0000000000000067"), flags("000000000000ff67", "0000000000000067"),
                flags("0000000000000066", "0000000000000000"),
                malformed(FLAGS + "0000000101", "malformed EDF: unable to unmarshal NetworkFlags"),
                caseOf("[]error", "some", "8200029d9c9d000000028000000974696d6564206f7574",
                        "{\"type\":\"slice\",\"elem\":\"error\",\"items\":[{\"type\":\"error\",\"text\":\"timed out\"},"
                                + "{\"type\":\"error\",\"text\":\"timed out\"}]}",
                        ""),
                refused("\"a time, its offset is -60 seconds\"").replace("\"no\"",
                        "\"Time.MarshalBinary: unexpected zone offset\""));
    }

    static Stream<Arguments> notUnderstood() {
        return Stream.of(arguments("a time nobody has", "Time.MarshalBinary: unexpected zone offset"),
                arguments("a type that refuses itself", "mark: too faint"));
    }

    @ParameterizedTest
    @MethodSource("notUnderstood")
    void refusedValue_thatIsNotUnderstood_passesAndIsPrinted(String value, String error) {
        Run run = run(refused("\"" + value + "\"").replace("\"no\"", "\"" + error + "\""));

        assertThat(run.output()).startsWith("UNCHECKED own.json: encode_errors: r").contains(value, error);
        assertThat(run.passed()).isEqualTo(1);
        assertThat(run.status()).isZero();
    }

    @ParameterizedTest
    @MethodSource("rightOfTheReference")
    void caseOfTheReference_inItsOwnReading_passes(String section) {
        Run run = run(section);

        assertThat(run.output()).isEqualTo("1 passed, 0 failed" + System.lineSeparator());
    }

    private static String accepted(String hex, String value) {
        return "\"malformed\":[{\"name\":\"m\",\"hex\":\"" + hex + "\",\"options\":\"none\",\"accepted\":true,"
                + "\"tail_hex\":\"\",\"value\":" + value + "}]";
    }

    private static String flags(String sent, String read) {
        return accepted(FLAGS + "%08x".formatted(sent.length() / 2) + sent,
                "{\"type\":\"marshaler\",\"name\":\"#ergo.services/ergo/gen/NetworkFlags\",\"payload_hex\":\"" + read
                        + "\"}");
    }

    private static String malformed(String hex, String error) {
        return "\"malformed\":[{\"name\":\"m\",\"hex\":\"" + hex + "\",\"options\":\"none\",\"error\":\"" + error
                + "\"}]";
    }

    private static String refused(String value) {
        return "\"encode_errors\":[{\"name\":\"r\",\"options\":\"none\",\"error\":\"no\",\"value\":" + value + "}]";
    }

    @ParameterizedTest
    @MethodSource("right")
    void rightCase_ofUnknownTypes_passes(String section) {
        Run run = run(section);

        assertThat(run.output()).isEqualTo("1 passed, 0 failed" + System.lineSeparator());
    }

    static Stream<Arguments> wrong() {
        String bool = "{\"type\":\"bool\",\"value\":true}";
        String binary = "{\"type\":\"binary\",\"hex\":\"\",\"nil\":true}";
        return Stream.of(
                arguments(caseOf("bool", "9100", bool), "generic form, encoding: the bytes differ from offset 1"),
                arguments(caseOf("bool", "9101", "{\"type\":\"bool\",\"value\":false}"), "expected 9101 (2 bytes)"),
                arguments(caseOf("bool", "91zz", bool), "the member 'hex' is no hexadecimal text"),
                arguments(caseOf("bool", "9101", "{\"type\":\"boolean\",\"value\":true}"),
                        "no values of the type 'boolean'"),
                arguments(caseOf("bool", "9101", "{\"kind\":\"bool\",\"value\":true}"), "the member 'type' is missing"),
                arguments(caseOf("bool", "9101", "{\"type\":\"bool\",\"value\":\"true\"}"), "must be true or false"),
                arguments(caseOf("int", "9101", bool), "a value of type bool stands where the type is int"),
                arguments(caseOf("bool", "all", "9101", bool, ""), "there is no option set 'all'"),
                arguments(caseOf("bool", "none", "9101", bool, ",\"twist\":1"), "the member 'twist' is not known here"),
                arguments(
                        caseOf("bool", "none", "9101", bool, ",\"decoded_value\":{\"type\":\"bool\",\"value\":false}"),
                        "generic form, decoding: the value"),
                arguments(caseOf("int8", "927f", "{\"type\":\"int8\",\"value\":\"128\"}"), "does not fit into int8"),
                arguments(
                        caseOf("float32", "8f3fc00000", "{\"type\":\"float32\",\"bits\":\"3fc00000\",\"value\":\"2\"}"),
                        "the text beside the bits"),
                arguments(caseOf("binary", "8e00000000", binary), "a nil binary is no value"),
                arguments(caseOf("#other.test/x/Gone", "830000",
                        "{\"type\":\"struct\",\"name\":\"#other.test/x/Gone\",\"fields\":[]}"),
                        "#other.test/x/Gone is not among the schemas"),
                arguments(caseOf("#other.test/x/Spot", "830000",
                        "{\"type\":\"struct\",\"name\":\"#other.test/x/Spot\",\"fields\":[]}"),
                        "the fields of #other.test/x/Spot"),
                arguments(caseOf("#other.test/x/Spot", "some", "83100000088000", SPOT.formatted("7"), ""),
                        "expected 83100000088000"),
                arguments("\"cases\": [5]", "an object is expected, not 5"),
                arguments("\"cases\": {}", "the section is no array"),
                arguments(
                        "\"malformed\":[{\"name\":\"m\",\"hex\":\"9101\",\"options\":\"none\",\"error\":\"end of data\"}]",
                        "refused, as by the reference with: end of data"),
                arguments("\"malformed\":[{\"name\":\"m\",\"hex\":\"91\",\"options\":\"none\",\"accepted\":true,"
                        + "\"tail_hex\":\"\",\"value\":" + bool + "}]", "the data ends"),
                arguments("\"malformed\":[{\"name\":\"m\",\"hex\":\"9101ff\",\"options\":\"none\",\"accepted\":true,"
                        + "\"tail_hex\":\"\",\"value\":" + bool + "}]", "what is left behind the value"),
                arguments(refused("\"as wide as the sea\"").replace("\"no\"", "\"runtime error: theirs\""),
                        "description of the value is not understood"),
                arguments(refused("\"x.Spot\"").replace("\"no\"", "\"spot: too bright\""),
                        "the type x.Spot is registered"),
                arguments(malformed("8200039d9d969d00000000", "malformed EDF: end of data"),
                        "refused, as by the reference"),
                arguments(malformed(FLAGS + "0000000101", "unable to unfold type (slice): end of data"),
                        "refused, as by the reference"),
                arguments(flags("0000000000000067", "0000000000000065"), "0000000000000065"),
                arguments(flags("0000000000000067", "00000000000000e7"), "00000000000000e7"),
                arguments(flags("0000000000000066", "0000000000000006"), "0000000000000006"),
                arguments(accepted("9c00023131", "{\"type\":\"error\",\"text\":\"1%!(NOVERB)\"}"), "1%!(NOVERB)"),
                arguments(accepted("af10020000000e7791f70000000000fed8fe",
                        "{\"type\":\"time\",\"unix_seconds\":\"0\",\"nanos\":0,\"utc\":false,\"offset_seconds\":-17507}"),
                        "offsetSeconds=-17507"),
                arguments(accepted("af0f010000000e7791f70000000000fed8",
                        "{\"type\":\"time\",\"unix_seconds\":\"0\",\"nanos\":0,\"utc\":false,\"offset_seconds\":-17504}"),
                        "offsetSeconds=-17504"),
                arguments(accepted("9c00023125", "{\"type\":\"error\",\"text\":\"2%!(NOVERB)\"}"), "2%!(NOVERB)"),
                arguments(refused("\"a time, its offset is 60 seconds\"").replace("\"no\"",
                        "\"Time.MarshalBinary: unexpected zone offset\""), "refused, as by the reference"),
                arguments(
                        caseOf("atom", "some", "8c00086f6e6540686f7374", "{\"type\":\"atom\",\"value\":\"one@host\"}",
                                ""),
                        "generic form, encoding"),
                arguments(caseOf("[]error", "some", "8200029d9c9d000000028000000974696d6564206f7578",
                        "{\"type\":\"slice\",\"elem\":\"error\",\"items\":[{\"type\":\"error\",\"text\":\"timed out\"},"
                                + "{\"type\":\"error\",\"text\":\"timed out\"}]}",
                        ""), "generic form, encoding"),
                arguments(refused("\"string of 65535 bytes\""), "refused, as by the reference"),
                arguments(refused("\"x.Spot\""), "the type x.Spot is registered"),
                arguments(refused(bool), "refused, as by the reference"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongCase_run_failsWithTheReason(String section, String why) {
        Run run = run(section);

        assertThat(run.output()).startsWith("FAILED own.json: ").contains(why);
        assertThat(run.passed()).isZero();
        assertThat(run.failed()).isEqualTo(1);
        assertThat(run.status()).isEqualTo(1);
    }

    static Stream<Arguments> wrongSchemas() {
        return Stream.of(
                arguments("{\"name\":\"#a/B\",\"kind\":\"pointer\"}", "the type 'pointer' is neither built in"),
                arguments("{\"name\":\"B\",\"kind\":\"int\"}", "B"),
                arguments("{\"name\":\"#a/B\",\"kind\":\"slice\",\"elem\":\"#a/C\"}",
                        "refers to the type #a/C, which the file does not describe"),
                arguments("{\"name\":\"#a/B\",\"kind\":\"slice\",\"elem\":\"#a/B\"}", "contains itself"),
                arguments("{\"name\":\"#a/B\",\"kind\":\"slice\"}", "the member 'elem' is missing"),
                arguments("{\"name\":\"#a/B\",\"kind\":\"int\",\"order\":1}", "the member 'order' is not known here"));
    }

    @ParameterizedTest
    @MethodSource("wrongSchemas")
    void wrongSchema_run_isOneFailure(String schema, String why) {
        Run run = Run.ofText(folder, "{\"schemas\":[" + schema + "],\"cases\":[]}");

        assertThat(run.output()).contains("schemas: ").contains(why);
        assertThat(run.failed()).isEqualTo(1);
    }

    @Test
    void value_deeperThanNodesTake_passes() {
        String hex = "96" + "0000000000000001";
        String value = "{\"type\":\"int\",\"value\":\"1\"}";
        for (int i = 0; i < 300; i++) {
            hex = "8200029d84" + "9d00000001" + hex;
            value = "{\"type\":\"slice\",\"elem\":\"any\",\"items\":[" + value + "]}";
        }

        assertThat(run(caseOf("[]any", hex, value)).failed()).isZero();
    }

    @Test
    void otherCases_besideAWrongOne_arePassedStill() {
        Run run = run(
                """
                "cases": [{"name":"a","type":"bool","options":"none","hex":"9100","value":{"type":"bool","value":true}},
                          {"name":"b","type":"bool","options":"none","hex":"9101","value":{"type":"bool","value":true}}]""");

        assertThat(run.output()).contains("FAILED own.json: cases: a").endsWith("1 passed, 1 failed"
                + System.lineSeparator());
    }
}
