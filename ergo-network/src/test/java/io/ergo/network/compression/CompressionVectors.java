package io.ergo.network.compression;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Go's compressors made, from {@code vectors/enp.json}. */
final class CompressionVectors {

    private CompressionVectors() {}

    /**
     * One stream.
     *
     * @param name in the file
     * @param compressor by its number
     * @param input what was compressed, empty for a stream of which only the name tells it
     * @param length announced in front of the stream
     * @param stream what came out
     * @param refused whether Go refuses it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Case(String name, Compressor compressor, byte[] input, long length, byte[] stream, boolean refused) {}

    static Stream<Case> cases() {
        return all().filter(each -> each.input().length > 0 || each.name().startsWith("empty"));
    }

    static Stream<Case> odd() {
        return all().filter(each -> each.input().length == 0 && !each.name().startsWith("empty"));
    }

    private static Stream<Case> all() {
        try (InputStream in = CompressionVectors.class.getResourceAsStream("/vectors/enp.json")) {
            JsonNode root = JsonMapper.shared().readTree(Objects.requireNonNull(in, "enp.json"));
            return StreamSupport.stream(root.get("compression").spliterator(), false).map(CompressionVectors::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case read(JsonNode node) {
        byte[] output = HexFormat.of().parseHex(node.get("output_hex").asString());
        long length = Integer.toUnsignedLong(ByteBuffer.wrap(output).getInt());
        byte[] stream = Arrays.copyOfRange(output, Integer.BYTES, output.length);
        return new Case(node.get("name").asString(), Compressor.ofId(node.get("type_id").asInt()), input(node), length,
                stream, node.has("go_decompress_error"));
    }

    private static byte[] input(JsonNode node) {
        if (node.has("input_hex")) {
            return HexFormat.of().parseHex(node.get("input_hex").asString());
        }
        String text = node.path("input").asString("");
        if (text.startsWith("1500 times 'x'")) {
            return "x".repeat(1500).getBytes(StandardCharsets.US_ASCII);
        }
        if (text.isEmpty()) {
            return new byte[0];
        }
        return congruential(node.get("input_length").asInt(), text.contains("0xff") ? 0xff : 0x3f);
    }

    /** The generator that the file describes. */
    private static byte[] congruential(int length, int mask) {
        byte[] bytes = new byte[length];
        long x = 1;
        for (int i = 0; i < length; i++) {
            x = (x * 1103515245 + 12345) % (1L << 31);
            bytes[i] = (byte) ((x >> 16) & mask);
        }
        return bytes;
    }
}
