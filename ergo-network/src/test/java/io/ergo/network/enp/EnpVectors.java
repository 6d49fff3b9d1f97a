package io.ergo.network.enp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;

import io.ergo.Reason;
import io.ergo.network.edf.DecodeTables;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The frames of {@code vectors/enp.json}, recorded between two nodes of the reference. */
public final class EnpVectors {

    private final JsonNode root;

    private EnpVectors(JsonNode root) {
        this.root = root;
    }

    /** Opens it. */
    public static EnpVectors open() {
        try (InputStream in = EnpVectors.class.getResourceAsStream("/vectors/enp.json")) {
            return new EnpVectors(JsonMapper.shared().readTree(Objects.requireNonNull(in, "enp.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All frames, those of one link in order. */
    public List<Recorded> frames() {
        return StreamSupport.stream(root.get("frames").spliterator(), false).map(Recorded::new).toList();
    }

    /** What the sender of this direction announced. */
    public DecodeTables tables(String direction) {
        JsonNode caches = root.get("caches").get(direction);
        Map<Integer, Reason> errors = new HashMap<>();
        byId(caches.get("err_cache")).forEach((id, text) -> errors.put(id, Reason.of(text)));
        return new DecodeTables(byId(caches.get("atom_cache")), byId(caches.get("reg_cache")), errors, Map.of());
    }

    private static Map<Integer, String> byId(JsonNode cache) {
        Map<Integer, String> byId = new HashMap<>();
        cache.properties().forEach(entry -> byId.put(Integer.valueOf(entry.getKey()), entry.getValue().asString()));
        return byId;
    }

    /**
     * One frame.
     *
     * @param node as in the file
     */
    public record Recorded(JsonNode node) {

        /** What tests are named after. */
        public String name() {
            return node.get("seq").asInt() + " " + node.get("message").asString();
        }

        /** {@code a->b} or {@code b->a}. */
        public String direction() {
            return node.get("direction").asString();
        }

        /** The type of the frame. */
        public String message() {
            return node.get("message").asString();
        }

        /** All of it. */
        public byte[] bytes() {
            return HexFormat.of().parseHex(node.get("hex").asString());
        }

        /** The frame inside a compressed one. */
        byte[] inside() {
            return HexFormat.of().parseHex(
                    Objects.requireNonNull(field("compressed frame")).get("inner_hex").asString());
        }

        /** The bytes, with the undefined ones as a well-behaved sender writes them. */
        byte[] definedBytes() {
            byte[] bytes = bytes();
            JsonNode undefined = field("message id (undefined, not important)");
            if (undefined != null) {
                int from = undefined.get("offset").asInt();
                Arrays.fill(bytes, from, from + undefined.get("size").asInt(), (byte) 0);
            }
            return bytes;
        }

        @Nullable JsonNode field(String name) {
            for (JsonNode field : node.get("fields")) {
                if (field.get("name").asString().equals(name)) {
                    return field;
                }
            }
            return null;
        }
    }
}
