package io.ergo.network.edf;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.ergo.Alias;
import io.ergo.Event;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.Ref;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The values of a vector file as the generic values of EDF. */
public final class VectorValues {

    private static final long UNIX_EPOCH = 62_135_596_800L;

    private VectorValues() {}

    /** Returns the value that the node describes. */
    public static @Nullable Object value(JsonNode node) {
        String type = node.get("type").asString();
        return switch (type) {
            case "nil" -> null;
            case "bool" -> node.get("value").asBoolean();
            case "float32" -> Float.intBitsToFloat((int) bits(node));
            case "float64" -> Double.longBitsToDouble(bits(node));
            case "string" -> string(node);
            case "atom" -> new EdfValue.Atom((String) string(node));
            case "binary" -> hex(node, "hex");
            case "time" -> time(node);
            case "error" -> node.path("nil").asBoolean(false) ? null : Reason.of((String) text(node, "text"));
            case "pid", "processid", "event", "ref", "alias" -> identifier(type, node);
            case "slice", "array", "map" -> composite(type, node);
            case "struct", "named", "marshaler" -> registered(type, node);
            default -> number(type, node.get("value").asString());
        };
    }

    private static Object number(String type, String text) {
        return switch (type) {
            case "int" -> Long.valueOf(text);
            case "int8" -> Byte.valueOf(text);
            case "int16" -> Short.valueOf(text);
            case "int32" -> Integer.valueOf(text);
            case "int64" -> new EdfValue.Int64(Long.parseLong(text));
            case "uint" -> new EdfValue.UInt(Long.parseUnsignedLong(text));
            case "uint8" -> new EdfValue.UInt8(Integer.parseInt(text));
            case "uint16" -> new EdfValue.UInt16(Integer.parseInt(text));
            case "uint32" -> new EdfValue.UInt32(Long.parseLong(text));
            case "uint64" -> new EdfValue.UInt64(Long.parseUnsignedLong(text));
            default -> throw new AssertionError("the vectors have a value of the unknown type " + type);
        };
    }

    private static Object string(JsonNode node) {
        return text(node, "value");
    }

    private static Object text(JsonNode node, String member) {
        if (node.has("utf8_hex")) {
            byte[] bytes = hex(node, "utf8_hex");
            String text = Utf8.get(bytes, 0, bytes.length);
            return text != null ? text : new EdfValue.RawString(bytes);
        }
        return node.has("repeat") ? node.get("repeat").asString().repeat(node.get("count").asInt())
                : node.get(member).asString();
    }

    private static Object time(JsonNode node) {
        long unix = longOf(node, "unix_seconds");
        int nanos = node.get("nanos").asInt();
        int offset = node.get("offset_seconds").asInt();
        boolean utc = node.get("utc").asBoolean();
        if (!utc && offset == 0) {
            return new EdfValue.Time(unix + UNIX_EPOCH, nanos, 0, false);
        }
        return OffsetDateTime.ofInstant(Instant.ofEpochSecond(unix, nanos), ZoneOffset.ofTotalSeconds(offset));
    }

    private static Object identifier(String type, JsonNode node) {
        String at = node.get("node").asString();
        return switch (type) {
            case "pid" -> new Pid(at, unsigned(node.get("id")), longOf(node, "creation"));
            case "processid" -> new ProcessId(node.get("name").asString(), at);
            case "event" -> new Event(node.get("name").asString(), at);
            case "ref" -> new Ref(at, longOf(node, "creation"), word(node, 0), word(node, 1), word(node, 2));
            default -> new Alias(at, longOf(node, "creation"), word(node, 0), word(node, 1), word(node, 2));
        };
    }

    private static Object composite(String type, JsonNode node) {
        boolean nil = node.path("nil").asBoolean(false);
        WireType item = VectorFile.type(node, "elem");
        return switch (type) {
            case "slice" -> nil ? EdfList.nil(item) : EdfList.slice(item, items(node));
            case "array" -> EdfList.array(item, items(node));
            default -> nil ? EdfMap.nil(VectorFile.type(node, "key"), item)
                    : EdfMap.of(VectorFile.type(node, "key"), item, entries(node));
        };
    }

    private static Object registered(String type, JsonNode node) {
        String name = node.get("name").asString();
        return switch (type) {
            case "struct" -> {
                List<@Nullable Object> fields = new ArrayList<>();
                node.get("fields").forEach(field -> fields.add(value(field.get("value"))));
                yield new EdfValue.Struct(name, fields);
            }
            case "marshaler" -> new EdfValue.Opaque(name, hex(node, "payload_hex"));
            default -> new EdfValue.Named(name, base(node.get("base")));
        };
    }

    private static @Nullable Object base(JsonNode node) {
        Object value = value(node);
        return (value instanceof EdfList list && list.isNil()) || (value instanceof EdfMap map && map.isNil()) ? null
                : value;
    }

    private static List<@Nullable Object> items(JsonNode node) {
        List<@Nullable Object> items = new ArrayList<>();
        node.get("items").forEach(item -> items.add(value(item)));
        return items;
    }

    private static Map<@Nullable Object, @Nullable Object> entries(JsonNode node) {
        Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
        node.get("entries").forEach(entry -> entries.put(value(entry.get(0)), value(entry.get(1))));
        return entries;
    }

    private static long bits(JsonNode node) {
        return Long.parseUnsignedLong(node.get("bits").asString(), 16);
    }

    private static byte[] hex(JsonNode node, String member) {
        return HexFormat.of().parseHex(node.get(member).asString());
    }

    private static long longOf(JsonNode node, String member) {
        return Long.parseLong(node.get(member).asString());
    }

    private static long word(JsonNode node, int i) {
        return unsigned(node.get("id").get(i));
    }

    private static long unsigned(JsonNode node) {
        return Long.parseUnsignedLong(node.asString());
    }
}
