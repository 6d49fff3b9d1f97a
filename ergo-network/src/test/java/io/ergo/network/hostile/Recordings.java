package io.ergo.network.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.ergo.Reason;
import io.ergo.network.edf.DecodeTables;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bytes in one of the files of vectors, whatever they are there for. */
final class Recordings {

    private final JsonNode root;

    private Recordings(JsonNode root) {
        this.root = root;
    }

    static Recordings of(String file) {
        try (InputStream in = Recordings.class.getResourceAsStream("/vectors/" + file + ".json")) {
            return new Recordings(JsonMapper.shared().readTree(Objects.requireNonNull(in, file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode root() {
        return root;
    }

    Stream<JsonNode> entries(String list) {
        return entries(root.get(list));
    }

    static Stream<JsonNode> entries(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static byte[] hex(JsonNode node, String member) {
        return HexFormat.of().parseHex(node.get(member).asString());
    }

    /** Returns the tables of an object with the caches of one sender. */
    static DecodeTables tables(JsonNode caches) {
        Map<Integer, Reason> errors = new HashMap<>();
        byId(caches.path("err_cache")).forEach((id, text) -> errors.put(id, Reason.of(text)));
        Map<String, String> mapping = new HashMap<>();
        caches.path("atom_mapping_decode").properties()
                .forEach(entry -> mapping.put(entry.getKey(), entry.getValue().asString()));
        return new DecodeTables(byId(caches.path("atom_cache")), byId(caches.path("reg_cache")), errors, mapping);
    }

    private static Map<Integer, String> byId(JsonNode cache) {
        Map<Integer, String> byId = new HashMap<>();
        cache.properties().forEach(entry -> byId.put(Integer.valueOf(entry.getKey()), entry.getValue().asString()));
        return byId;
    }
}
