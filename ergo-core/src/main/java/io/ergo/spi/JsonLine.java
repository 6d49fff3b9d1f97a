package io.ergo.spi;

import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;

import io.ergo.MessageLog;
import io.ergo.MessageLogNode;
import io.ergo.MessageLogProcess;

/** The JSON format: one object in one line. Values of fields are always strings. */
final class JsonLine {

    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder line = new StringBuilder(256);
    private final LogFormat format;

    private JsonLine(LogFormat format) {
        this.format = format;
    }

    static String of(MessageLog record, LogFormat format) {
        return new JsonLine(format).print(record);
    }

    private String print(MessageLog record) {
        line.append("{\"time\":");
        if (format.time() == null) {
            line.append(format.timeOf(record));
        } else {
            string(format.timeOf(record));
        }
        member("level", record.level().toString());
        line.append(",\"source\":{");
        source(record);
        line.append('}');
        member("message", record.message());
        fields(record.fields());
        if (record.thrown() != null) {
            member("stack", LogFormat.stack(record.thrown()));
        }
        return line.append("}\n").toString();
    }

    private void source(MessageLog record) {
        switch (record.source()) {
            case MessageLogNode node -> {
                line.append("\"type\":\"node\"");
                member("node", node.label());
            }
            case MessageLogProcess process -> {
                line.append("\"type\":\"process\"");
                member("pid", process.label());
                if (format.name() && !process.name().isEmpty()) {
                    member("name", "'" + process.name() + "'");
                }
                if (format.behavior()) {
                    member("behavior", process.behavior());
                }
            }
        }
    }

    private void fields(Map<String, Object> fields) {
        if (!format.fields() || fields.isEmpty()) {
            return;
        }
        line.append(",\"fields\":{");
        Iterator<Map.Entry<String, Object>> each = fields.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<String, Object> field = each.next();
            string(field.getKey());
            line.append(':');
            string(LogFormat.text(field.getValue()));
            line.append(each.hasNext() ? "," : "");
        }
        line.append('}');
    }

    private void member(String name, String value) {
        line.append(",\"").append(name).append("\":");
        string(value);
    }

    private void string(String value) {
        line.append('"');
        for (int i = 0; i < value.length(); i++) {
            character(value.charAt(i));
        }
        line.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> line.append("\\\"");
            case '\\' -> line.append("\\\\");
            case '\b' -> line.append("\\b");
            case '\f' -> line.append("\\f");
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                if (c < ' ') {
                    line.append("\\u").append(HEX.toHexDigits(c));
                } else {
                    line.append(c);
                }
            }
        }
    }
}
