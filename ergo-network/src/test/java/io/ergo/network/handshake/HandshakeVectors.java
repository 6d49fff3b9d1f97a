package io.ergo.network.handshake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was recorded of Go nodes: {@code vectors/handshake.json}. */
final class HandshakeVectors {

    private static final HandshakeCodec CODEC = new HandshakeCodec();

    private final JsonNode root;

    private HandshakeVectors(JsonNode root) {
        this.root = root;
    }

    static HandshakeVectors read() {
        try (InputStream in = HandshakeVectors.class.getResourceAsStream("/vectors/handshake.json")) {
            return new HandshakeVectors(JsonMapper.shared().readTree(Objects.requireNonNull(in, "handshake.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String member) {
        return root.get(member).asString();
    }

    /** The bytes of a recorded frame. */
    byte[] frame(int number) {
        return bytes(root.get("frames").get(number), "hex");
    }

    <T extends HandshakeMessage> T message(int number, Class<T> type) {
        return type.cast(message(frame(number)));
    }

    JsonNode derivations() {
        return root.get("derivations");
    }

    JsonNode tls() {
        return root.get("tls");
    }

    JsonNode failures() {
        return root.get("failures");
    }

    /** All messages of the file, each by itself. */
    List<byte[]> allMessages() {
        List<byte[]> all = new ArrayList<>();
        root.get("frames").forEach(frame -> all.addAll(split(bytes(frame, "hex"))));
        for (String member : List.of("hello_client", "hello_node", "join_client", "join_accept")) {
            all.addAll(split(bytes(tls(), member)));
        }
        for (JsonNode failure : failures()) {
            for (JsonNode event : failure.get("events")) {
                if (event.has("node_sends")) {
                    all.addAll(split(bytes(event, "node_sends")));
                }
            }
        }
        return all;
    }

    /** What bad clients sent, messages or not. */
    List<byte[]> badClients() {
        List<byte[]> all = new ArrayList<>();
        for (JsonNode failure : failures()) {
            for (JsonNode event : failure.get("events")) {
                if (event.has("client_sends")) {
                    all.add(bytes(event, "client_sends"));
                }
            }
        }
        return all;
    }

    static byte[] bytes(JsonNode node, String member) {
        return HexFormat.of().parseHex(node.get(member).asString());
    }

    static HandshakeMessage message(byte[] bytes) {
        return Objects.requireNonNull(CODEC.decode(ByteBuffer.wrap(bytes), HandshakeCodec.MOST_PAYLOAD));
    }

    static List<HandshakeMessage> messages(ByteBuffer bytes) {
        List<HandshakeMessage> messages = new ArrayList<>();
        ByteBuffer left = bytes.duplicate();
        while (left.hasRemaining()) {
            messages.add(Objects.requireNonNull(CODEC.decode(left, HandshakeCodec.MOST_PAYLOAD)));
        }
        return messages;
    }

    private static List<byte[]> split(byte[] bytes) {
        List<byte[]> parts = new ArrayList<>();
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            int begin = left.position();
            Objects.requireNonNull(CODEC.decode(left, HandshakeCodec.MOST_PAYLOAD));
            byte[] part = new byte[left.position() - begin];
            left.get(begin, part);
            parts.add(part);
        }
        return parts;
    }
}
