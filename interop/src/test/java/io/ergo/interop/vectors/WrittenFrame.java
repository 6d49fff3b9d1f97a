package io.ergo.interop.vectors;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message of the handshake as a file of vectors has it, from its fields.
 *
 * @param message its short name
 * @param fields in order
 */
record WrittenFrame(String message, List<Field> fields) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HexFormat HEX = HexFormat.of();
    private static final int HEADER = 6;
    private static final int NAME_HEADER = 3;

    /**
     * A field of a struct.
     *
     * @param name in the list of fields
     * @param hex its bytes
     * @param value as files describe it
     */
    record Field(String name, String hex, JsonNode value) {

        int size() {
            return hex.length() / 2;
        }
    }

    static Field string(String name, String text) {
        return new Field(name, text(text), described("string").put("value", text));
    }

    static Field atom(String name, String text) {
        return new Field(name, text(text), described("atom").put("value", text));
    }

    static Field integer(String name, long value) {
        return new Field(name, HEX.toHexDigits(value), described("int").put("value", Long.toString(value)));
    }

    static Field int64(String name, long value) {
        return new Field(name, HEX.toHexDigits(value), described("int64").put("value", Long.toString(value)));
    }

    static Field nilStrings(String name) {
        return new Field(name, "ff", described("slice").put("elem", "string").put("nil", true));
    }

    static Field nilMap(String name, String values) {
        return new Field(name, "ff", described("map").put("key", "uint16").put("elem", values).put("nil", true));
    }

    static Field flags(String name, long bits) {
        String hex = HEX.toHexDigits(bits);
        return new Field(name, "00000008" + hex, described("marshaler")
                .put("name", "#ergo.services/ergo/gen/NetworkFlags").put("payload_hex", hex));
    }

    static Field noVersion(String name) {
        ArrayNode parts = JSON.createArrayNode();
        for (String part : List.of("Name", "Release", "Commit", "License")) {
            parts.add(JSON.createObjectNode().put("name", part).set("value",
                    described("string").put("value", "")));
        }
        return new Field(name, "0000".repeat(4),
                described("struct").put("name", "#ergo.services/ergo/gen/Version").set("fields", parts));
    }

    private static String text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HEX.toHexDigits((short) bytes.length) + HEX.formatHex(bytes);
    }

    private static ObjectNode described(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    ObjectNode json(String direction, int link) {
        String name = "#ergo.services/ergo/net/handshake/" + message;
        int size = NAME_HEADER + name.length() + fields.stream().mapToInt(Field::size).sum();
        ArrayNode parts = JSON.createArrayNode();
        parts.add(part("magic", 0, 1).put("hex", "57").put("value", 0x57));
        parts.add(part("version", 1, 1).put("hex", "01").put("value", 1));
        parts.add(part("length (of the payload only)", 2, Integer.BYTES).put("hex", HEX.toHexDigits(size))
                .put("value", size));
        parts.add(part("payload (EDF, no caches)", HEADER, size).set("value", struct(name)));
        parts.add(part("type name prefix", HEADER, NAME_HEADER + name.length()).put("value", name));
        StringBuilder hex = new StringBuilder("5701").append(HEX.toHexDigits(size)).append("83").append(text(name));
        for (Field field : fields) {
            parts.add(part(message + "." + field.name(), hex.length() / 2, field.size()).put("hex", field.hex()));
            hex.append(field.hex());
        }
        return JSON.createObjectNode().put("seq", 0).put("link", link).put("direction", direction)
                .put("step", "written").put("message", "handshake." + message).put("hex", hex.toString())
                .set("fields", parts);
    }

    private static ObjectNode part(String name, int offset, int size) {
        return JSON.createObjectNode().put("name", name).put("offset", offset).put("size", size);
    }

    private ObjectNode struct(String name) {
        ArrayNode values = JSON.createArrayNode();
        fields.forEach(field -> values
                .add(JSON.createObjectNode().put("name", field.name()).set("value", field.value())));
        return described("struct").put("name", name).set("fields", values);
    }
}
