package io.ergo.network.edf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.ergo.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recorded values of {@code vectors/edf.json}, with the schemas and tables they were recorded with. */
public final class VectorFile {

    private final JsonNode root;

    private VectorFile(JsonNode root) {
        this.root = root;
    }

    /** Opens it. */
    public static VectorFile edf() {
        try (InputStream in = VectorFile.class.getResourceAsStream("/vectors/edf.json")) {
            return new VectorFile(JsonMapper.shared().readTree(Objects.requireNonNull(in, "edf.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A registry that knows all schemas of the file. */
    public EdfRegistry registry() {
        EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());
        schemas().forEach(registry::register);
        return registry;
    }

    /** Each behind those it refers to. */
    public List<Schema> schemas() {
        List<Schema> schemas = new ArrayList<>();
        root.get("schemas").forEach(node -> schemas.add(schema(node)));
        return schemas;
    }

    private static Schema schema(JsonNode node) {
        String name = node.get("name").asString();
        String kind = node.get("kind").asString();
        return switch (kind) {
            case "struct" -> {
                List<Schema.Field> fields = new ArrayList<>();
                for (JsonNode field : node.get("fields")) {
                    fields.add(new Schema.Field(field.get("name").asString(), type(field, "type")));
                }
                yield new Schema.Struct(name, fields);
            }
            case "marshaler" -> new Schema.Opaque(name);
            case "slice" -> new Schema.Named(name, new WireType.Slice(type(node, "elem")));
            case "array" ->
                    new Schema.Named(name, new WireType.Array(node.get("len").asInt(), type(node, "elem")));
            case "map" -> new Schema.Named(name, new WireType.Mapping(type(node, "key"), type(node, "elem")));
            default -> new Schema.Named(name, TypeExpression.parse(kind));
        };
    }

    static WireType type(JsonNode node, String member) {
        return TypeExpression.parse(node.get(member).asString());
    }

    List<Case> cases() {
        return entries("cases");
    }

    List<Case> malformed() {
        return entries("malformed");
    }

    private List<Case> entries(String list) {
        List<Case> entries = new ArrayList<>();
        root.get(list).forEach(node -> entries.add(new Case(node, root.get("option_sets"))));
        return entries;
    }

    /**
     * One value, or bytes that look like one.
     *
     * @param node as in the file
     * @param optionSets all sets of the file
     */
    record Case(JsonNode node, JsonNode optionSets) {

        String name() {
            return node.get("name").asString();
        }

        byte[] bytes() {
            return HexFormat.of().parseHex(node.get("hex").asString());
        }

        boolean is(String member) {
            return node.has(member);
        }

        EncodeTables encode() {
            return new EncodeTables(inverse("atom_cache"), inverse("reg_cache"), errorIds(),
                    mapping("atom_mapping_encode"));
        }

        DecodeTables decode() {
            return new DecodeTables(byId("atom_cache"), byId("reg_cache"), errors(), mapping("atom_mapping_decode"));
        }

        private JsonNode options() {
            return optionSets.get(node.get("options").asString());
        }

        private Map<Integer, String> byId(String cache) {
            Map<Integer, String> byId = new HashMap<>();
            mapping(cache).forEach((id, text) -> byId.put(Integer.valueOf(id), text));
            return byId;
        }

        private Map<String, Integer> inverse(String cache) {
            Map<String, Integer> ids = new HashMap<>();
            byId(cache).forEach((id, text) -> ids.put(text, id));
            return ids;
        }

        private Map<Integer, Reason> errors() {
            Map<Integer, Reason> errors = new HashMap<>();
            byId("err_cache").forEach((id, text) -> errors.put(id, Reason.of(text)));
            return errors;
        }

        private Map<Reason, Integer> errorIds() {
            Map<Reason, Integer> ids = new HashMap<>();
            errors().forEach((id, error) -> ids.put(error, id));
            return ids;
        }

        private Map<String, String> mapping(String member) {
            Map<String, String> mapping = new HashMap<>();
            options().path(member).properties()
                    .forEach(entry -> mapping.put(entry.getKey(), entry.getValue().asString()));
            return mapping;
        }
    }
}
