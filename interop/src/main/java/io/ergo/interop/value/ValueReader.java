package io.ergo.interop.value;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.ergo.interop.value.Type.Scalar;
import tools.jackson.databind.JsonNode;

/** Builds values from JSON. Where a static type is known, the short form is enough. */
public final class ValueReader {

    private static final int MAX_REPEAT = 64 << 20;

    private final Function<String, Ident> idents;

    /**
     * Creates a reader.
     *
     * @param idents finds the identifier that a label or a raw form stands for
     */
    public ValueReader(Function<String, Ident> idents) {
        this.idents = idents;
    }

    /**
     * Builds a value of any type.
     *
     * @throws PeerException if the JSON describes none
     */
    public Value read(JsonNode json) {
        return any(json);
    }

    private Value any(JsonNode json) {
        if (Texts.isNone(json)) {
            return Value.Nil.NIL;
        }
        if (json.isBoolean()) {
            return new Value.Bool(json.asBoolean());
        }
        if (json.isString()) {
            return new Value.Text(Scalar.STRING, json.asString());
        }
        if (json.isNumber()) {
            return Numbers.read(json);
        }
        if (json.isArray()) {
            return new Value.Slice(Scalar.ANY, items(json, Scalar.ANY));
        }
        Type type = typeOf(json);
        Value value = type == Scalar.ANY ? Value.Nil.NIL : read(json, type);
        return value instanceof Value.Failure(var reason) && reason == null ? Value.Nil.NIL : value;
    }

    /** Returns the type that the tag of a value names. */
    private static Type typeOf(JsonNode json) {
        String tag = tag(json);
        return switch (tag) {
            case "nil" -> Scalar.ANY;
            case "slice" -> Types.parse("[]" + Texts.of(json.path("elem")));
            case "array" -> Types.parse("[" + json.path("items").size() + "]" + Texts.of(json.path("elem")));
            case "map" -> Types.parse("map[" + Texts.of(json.path("key")) + "]" + Texts.of(json.path("elem")));
            case "struct", "named", "marshaler" -> Types.parse(Texts.of(json.path("name")));
            default -> Types.parse(tag);
        };
    }

    private static String tag(JsonNode json) {
        if (!json.has("type")) {
            throw new PeerException("value object without type");
        }
        return Texts.of(json.path("type"));
    }

    private Value read(JsonNode json, Type type) {
        return switch (type) {
            case Scalar.ANY -> any(json);
            case Scalar scalar -> isNone(json) && scalar != Scalar.STRING ? Zeroes.of(scalar) : scalar(json, scalar);
            case Type.Slice slice ->
                    isNone(json) ? Zeroes.of(slice) : new Value.Slice(slice.elem(), items(json, slice.elem()));
            case Type.Array array ->
                    isNone(json) ? Zeroes.of(array) : new Value.Array(array.elem(), padded(json, array));
            case Type.Mapping mapping -> isNone(json) ? Zeroes.of(mapping) : mapping(json, mapping);
            case Type.Struct struct -> struct(json, struct);
            case Type.Named named -> new Value.Named(named, read(isTagged(json, "named") ? json.path("base") : json,
                    named.base()));
            case Type.Marshaler marshaler -> marshaled(json, marshaler);
        };
    }

    /** Whether there is nothing, or a tagged object that says so. */
    private static boolean isNone(JsonNode json) {
        return Texts.isNone(json)
                || (json.isObject() && (json.path("nil").asBoolean(false) || tag(json).equals("nil")));
    }

    private static boolean isTagged(JsonNode json, String tag) {
        return json.isObject() && tag(json).equals(tag);
    }

    private Value scalar(JsonNode json, Scalar type) {
        boolean tagged = json.isObject();
        JsonNode value = tagged ? json.path("value") : json;
        return switch (type) {
            case ERROR -> new Value.Failure(Reasons.required(json));
            case BINARY -> binary(json);
            case BOOL -> bool(value);
            case STRING, ATOM -> tagged ? text(json, type) : new Value.Text(type, Texts.of(json));
            case FLOAT32, FLOAT64 -> Numbers.fraction(json.path("bits"), value, type);
            case TIME -> time(Texts.of(tagged ? json.path("rfc3339") : json));
            case PID, ALIAS, REF -> ident(Texts.of(tagged ? json.get(tag(json)) : json), type);
            case PROCESSID, EVENT -> tagged
                    ? new Value.ByName(type, Texts.of(json.path("name")), Texts.of(json.path("node")))
                    : Zeroes.of(type);
            default -> Numbers.whole(value, type);
        };
    }

    private static Value bool(JsonNode json) {
        return switch (Texts.of(json)) {
            case "true" -> new Value.Bool(true);
            case "false", "" -> new Value.Bool(false);
            default -> throw new PeerException("'" + Texts.of(json) + "' is neither true nor false");
        };
    }

    private static Value text(JsonNode json, Scalar type) {
        if (json.has("utf8_hex")) {
            byte[] bytes = Texts.bytes(json.path("utf8_hex"));
            return Texts.utf8(bytes).<Value>map(text -> new Value.Text(type, text))
                    .orElseGet(() -> new Value.BrokenText(type, Texts.hex(bytes)));
        }
        if (json.has("repeat")) {
            return new Value.Text(type, repeated(Texts.of(json.path("repeat")), json));
        }
        return new Value.Text(type, Texts.of(json.path("value")));
    }

    private static Value binary(JsonNode json) {
        if (!json.isObject()) {
            throw new PeerException("a binary is an object with hex, or with repeat and count");
        }
        if (json.has("repeat")) {
            return new Value.Binary(repeated(Texts.hex(Texts.bytes(json.path("repeat"))), json));
        }
        return new Value.Binary(Texts.hex(Texts.bytes(json.path("hex"))));
    }

    private static String repeated(String text, JsonNode json) {
        long count = json.path("count").asLong(0);
        if (count < 0 || count * text.length() > MAX_REPEAT) {
            throw new PeerException("'" + text + "' cannot be repeated " + count + " times");
        }
        return text.repeat((int) count);
    }

    private static Value time(String text) {
        try {
            return new Value.Time(OffsetDateTime.parse(text));
        } catch (DateTimeException bad) {
            throw new PeerException("'" + text + "' is no time: " + bad.getMessage());
        }
    }

    private Value ident(String text, Scalar type) {
        Ident ident = idents.apply(text);
        if (!ident.kind().equals(type.expression())) {
            throw new PeerException(text + " is no " + type.expression());
        }
        return new Value.Identifier(ident);
    }

    private List<Value> items(JsonNode json, Type elem) {
        JsonNode items = json.isObject() ? json.path("items") : json;
        if (!items.isArray()) {
            throw new PeerException("list expected");
        }
        List<Value> values = new ArrayList<>();
        items.forEach(item -> values.add(read(item, elem)));
        return values;
    }

    private List<Value> padded(JsonNode json, Type.Array array) {
        List<Value> values = items(json, array.elem());
        if (values.size() > array.length()) {
            throw new PeerException(values.size() + " elements are too many for " + array.expression());
        }
        while (values.size() < array.length()) {
            values.add(Zeroes.of(array.elem()));
        }
        return values;
    }

    private Value mapping(JsonNode json, Type.Mapping type) {
        Map<String, Value.Entry> byKey = new LinkedHashMap<>();
        for (JsonNode entry : json.path("entries")) {
            if (!entry.isArray() || entry.size() != 2) {
                throw new PeerException("map entry must be a pair");
            }
            Value key = read(entry.path(0), type.key());
            byKey.put(ValueWriter.canonical(key), new Value.Entry(key, read(entry.path(1), type.elem())));
        }
        return new Value.Mapping(type, List.copyOf(byKey.values()));
    }

    private Value struct(JsonNode json, Type.Struct type) {
        Map<String, Value> fields = Zeroes.fields(type);
        for (Map.Entry<String, JsonNode> field : json.path("fields").properties()) {
            Type of = type.fields().get(field.getKey());
            if (of == null) {
                throw new PeerException("no field " + field.getKey() + " in " + type.expression());
            }
            fields.put(field.getKey(), read(field.getValue(), of));
        }
        return new Value.Struct(type, fields);
    }

    private static Value marshaled(JsonNode json, Type.Marshaler type) {
        if (!isTagged(json, "marshaler")) {
            return Zeroes.of(type);
        }
        String hex = Texts.hex(Texts.bytes(json.path("payload_hex")));
        if (hex.length() < type.empty().length()) {
            throw new PeerException("'" + hex + "' is too short for " + type.expression());
        }
        return new Value.Marshaled(type, hex);
    }
}
