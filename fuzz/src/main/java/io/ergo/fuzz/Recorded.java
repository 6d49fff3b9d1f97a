package io.ergo.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.ergo.Reason;
import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.Schema;
import io.ergo.network.edf.TypeExpression;
import io.ergo.network.edf.WireType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was recorded from the reference: bytes that fuzzing begins with, and the types and tables they were made with. */
final class Recorded {

    private static final String ALL_OPTIONS = "all";

    private final JsonNode root;

    private Recorded(JsonNode root) {
        this.root = root;
    }

    static Recorded of(String file) {
        try (InputStream in = Recorded.class.getResourceAsStream("/vectors/" + file + ".json")) {
            return new Recorded(JsonMapper.shared().readTree(Objects.requireNonNull(in, file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the bytes of a member of all entries of a list that have it. */
    Stream<byte[]> bytes(String list, String member) {
        return bytes(root.path(list), member);
    }

    static Stream<byte[]> bytes(JsonNode list, String member) {
        return entries(list).filter(entry -> entry.has(member))
                .map(entry -> HexFormat.of().parseHex(entry.get(member).asString()));
    }

    Stream<JsonNode> entries(String list) {
        return entries(root.path(list));
    }

    private static Stream<JsonNode> entries(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** Returns the types, each behind those it refers to. */
    List<Schema> schemas() {
        return entries("schemas").map(Recorded::schema).toList();
    }

    private static Schema schema(JsonNode node) {
        String name = node.get("name").asString();
        String kind = node.get("kind").asString();
        return switch (kind) {
            case "struct" -> new Schema.Struct(name, fields(node.get("fields")));
            case "marshaler" -> new Schema.Opaque(name);
            case "slice" -> new Schema.Named(name, new WireType.Slice(type(node, "elem")));
            case "array" -> new Schema.Named(name, new WireType.Array(node.get("len").asInt(), type(node, "elem")));
            case "map" -> new Schema.Named(name, new WireType.Mapping(type(node, "key"), type(node, "elem")));
            default -> new Schema.Named(name, TypeExpression.parse(kind));
        };
    }

    private static List<Schema.Field> fields(JsonNode nodes) {
        List<Schema.Field> fields = new ArrayList<>();
        nodes.forEach(node -> fields.add(new Schema.Field(node.get("name").asString(), type(node, "type"))));
        return fields;
    }

    private static WireType type(JsonNode node, String member) {
        return TypeExpression.parse(node.get(member).asString());
    }

    /** Returns the ids of everything that ever had one. */
    DecodeTables tables() {
        Map<Integer, Reason> errors = new HashMap<>();
        ids("err_cache").forEach((id, text) -> errors.put(id, Reason.of(text)));
        return new DecodeTables(ids("atom_cache"), ids("reg_cache"), errors, Map.of("remote", "local"));
    }

    private Map<Integer, String> ids(String cache) {
        Map<Integer, String> ids = new HashMap<>();
        root.path("option_sets").path(ALL_OPTIONS).path(cache).properties()
                .forEach(entry -> ids.put(Integer.valueOf(entry.getKey()), entry.getValue().asString()));
        return ids;
    }
}
