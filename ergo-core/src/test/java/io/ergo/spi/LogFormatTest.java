package io.ergo.spi;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.ergo.LogLevel;
import io.ergo.MessageLog;
import io.ergo.MessageLogNode;
import io.ergo.MessageLogProcess;
import io.ergo.MessageLogSource;
import io.ergo.Pid;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The two formats of the framework's own logger. */
class LogFormatTest {

    private static final Instant TIME = Instant.parse("2023-11-14T22:13:20.000000005Z");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
            .withZone(ZoneOffset.UTC);
    private static final Pid PID = new Pid("demo@localhost", 1001, 1);
    private static final String CRC = new MessageLogNode("demo@localhost", 1).label();
    private static final MessageLogSource NODE = new MessageLogNode("demo@localhost", 1);
    private static final MessageLogSource NAMED = new MessageLogProcess("demo@localhost", PID, "collector",
            "demo.Collector", "");
    private static final MessageLogSource UNNAMED = new MessageLogProcess("demo@localhost", PID, "", "demo.Collector",
            "");

    private static MessageLog record(MessageLogSource source, String message) {
        return MessageLog.of(TIME, LogLevel.INFO, source, message);
    }

    @Test
    void G_1_json_allShown_isOneObject() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", 42);
        fields.put("text", "a");
        fields.put("flag", true);
        MessageLog record = new MessageLog(TIME, LogLevel.WARNING, NAMED, "took 5 readings", "took {} readings",
                List.of(5), fields, null);

        String line = LogFormat.ofJson().withTime(SECONDS).withName().withBehavior().withFields().print(record);

        assertThat(line).isEqualTo("{\"time\":\"2023-11-14 22:13:20\",\"level\":\"warning\","
                + "\"source\":{\"type\":\"process\",\"pid\":\"<" + CRC + ".0.1001>\",\"name\":\"'collector'\","
                + "\"behavior\":\"demo.Collector\"},\"message\":\"took 5 readings\","
                + "\"fields\":{\"number\":\"42\",\"text\":\"a\",\"flag\":\"true\"}}\n");
    }

    @Test
    void G_1_json_defaults_timeIsANumberAndNothingElseIsShown() {
        String line = LogFormat.ofJson().print(record(NAMED, "x").withFields(Map.of("k", "v")));

        assertThat(line).isEqualTo("{\"time\":1700000000000000005,\"level\":\"info\",\"source\":{\"type\":\"process\","
                + "\"pid\":\"<" + CRC + ".0.1001>\"},\"message\":\"x\"}\n");
    }

    @Test
    void json_ofTheNode_sourceIsTheChecksum() {
        assertThat(LogFormat.ofJson().withName().withBehavior().print(record(NODE, "x")))
                .contains("\"source\":{\"type\":\"node\",\"node\":\"" + CRC + "\"}");
    }

    @Test
    void G_2_plain_allShown_hasTimeLevelSourceAndMessage() {
        String line = LogFormat.plain().withTime(SECONDS).withName().withBehavior().print(record(NAMED, "one reading"));

        assertThat(line).isEqualTo("2023-11-14 22:13:20 [info] <" + CRC
                + ".0.1001> 'collector' demo.Collector: one reading\n");
    }

    @Test
    void plain_unnamedProcessAndNode_haveNoEmptyParts() {
        LogFormat format = LogFormat.plain().withName().withBehavior();

        assertThat(format.print(record(UNNAMED, "x")))
                .isEqualTo("1700000000000000005 [info] <" + CRC + ".0.1001> demo.Collector: x\n");
        assertThat(format.print(record(NODE, "x"))).isEqualTo("1700000000000000005 [info] " + CRC + ": x\n");
    }

    @Test
    void plain_fields_standRightAlignedUnderTheTime() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("metric", "load");
        fields.put("value", 0.7);

        String lines = LogFormat.plain().withFields().print(record(NODE, "x").withFields(fields));

        assertThat(lines.lines().skip(1)).containsExactly("             fields metric:load value:0.7");
    }

    @Test
    void G_3_json_specialCharacters_areEscaped() {
        String line = LogFormat.ofJson().print(record(NODE, "say \"hi\"\n\ta\\b\b\f\r\u0001\u001f é"));

        assertThat(line).contains(
                "\"message\":\"say \\\"hi\\\"\\n\\ta\\\\b\\b\\f\\r\\u0001\\u001f é\"");
    }

    @Test
    void exception_plainAndJson_isShownWithItsStack() {
        MessageLog record = record(NODE, "x").withThrown(new IllegalStateException("on purpose"));

        assertThat(LogFormat.plain().print(record).lines().skip(1))
                .first().isEqualTo("java.lang.IllegalStateException: on purpose");
        assertThat(LogFormat.ofJson().print(record))
                .contains("\"stack\":\"java.lang.IllegalStateException: on purpose\\n\\tat ");
    }

    @Test
    void hostileValues_areNamedAndNothingElseIsLost() {
        Object hostile = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no text");
            }
        };
        Throwable unprintable = new RuntimeException() {
            private static final long serialVersionUID = 1L;

            @Override
            public String toString() {
                throw new IllegalStateException("no text");
            }
        };
        MessageLog record = record(NODE, "x").withFields(Map.of("k", hostile)).withThrown(unprintable);

        assertThat(LogFormat.plain().withFields().print(record)).contains(": x\n", "k:a io.ergo.spi.LogFormatTest$",
                "that cannot be printed");
    }

    @Test
    void printingSink_records_arePrintedInOrder() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LogSink sink = LogSink.printing(new PrintStream(bytes, true, StandardCharsets.UTF_8), LogFormat.plain());

        sink.log(record(NODE, "first"));
        sink.accept(record(NODE, "second"));
        sink.close();

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).satisfiesExactly(
                line -> assertThat(line).endsWith(": first"), line -> assertThat(line).endsWith(": second"));
    }
}
