package io.ergo.interop.vectors.enp;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

import io.ergo.Compression;
import io.ergo.interop.vectors.check.Cases;
import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.HexText;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.interop.vectors.check.Section;
import io.ergo.network.WireException;
import tools.jackson.databind.JsonNode;

/**
 * {@code compression}: streams with their length in front. A right one gives the input, and the input is compressed to the same bytes where there is
 * one way alone, else to bytes that give it again with the same header; a wrong one is refused.
 */
public final class CompressionCases implements Section {

    private static final int LENGTH = 4;
    private static final int GZIP_HEADER = 10;
    private static final int ZLIB_HEADER = 2;

    @Override
    public void run(JsonNode section, Cases cases) {
        cases.each(section, CompressionCases::check);
    }

    private static void check(Entry each) {
        byte[] output = each.hex("output_hex");
        int id = each.count("type_id");
        if (output.length < LENGTH && each.has("go_decompress_error")) {
            each.only("name", "type_id", "output_hex", "go_decompress_error");
            return; // without a length there is nothing that could be unpacked
        }
        if (output.length < LENGTH) {
            throw new Mismatch("the output must begin with a length of 4 bytes but has " + output.length);
        }
        long length = Integer.toUnsignedLong(ByteBuffer.wrap(output).getInt());
        byte[] stream = Arrays.copyOfRange(output, LENGTH, output.length);
        if (each.has("go_decompress_error")) {
            each.only("name", "type_id", "output_hex", "go_decompress_error");
            refused(id, stream, length, each.text("go_decompress_error"));
        } else if (each.has("accepted")) {
            accepted(each.only("name", "type_id", "output_hex", "accepted"), id, stream, length);
        } else {
            bothWays(each.only("name", "type_id", "output_hex", "compression", "input", "input_hex", "input_length",
                    "input_sha256"), id, stream, length);
        }
    }

    private static void refused(int id, byte[] stream, long length, String error) {
        byte[] bytes;
        try {
            bytes = Compressions.decompress(id, stream, length);
        } catch (WireException refused) {
            return;
        }
        throw new Mismatch("decompression", "refused, as by the reference with: " + error, bytes.length + " bytes");
    }

    private static void accepted(Entry each, int id, byte[] stream, long length) {
        if (!each.is("accepted")) {
            throw new Mismatch("a stream that is neither right nor accepted lacks its error");
        }
        decompress(id, stream, length);
    }

    private static byte[] decompress(int id, byte[] stream, long length) {
        try {
            return Compressions.decompress(id, stream, length);
        } catch (WireException refused) {
            throw new Mismatch("decompression", length + " bytes", "refused: " + refused.getMessage());
        }
    }

    private static void bothWays(Entry each, int id, byte[] stream, long length) {
        Kind kind = Kind.of(each.text("compression"));
        Mismatch.requireEqual("the compression with the number " + id, kind.name(), Compressions.name(id));
        byte[] input = decompress(id, stream, length);
        if (each.has("input_hex")) {
            HexText.requireEqual("decompression", each.hex("input_hex"), input);
        }
        Mismatch.requireEqual("the length of the input", each.whole("input_length"), (long) input.length);
        Mismatch.requireEqual("the SHA-256 of the input", each.text("input_sha256"), sha256(input));
        compresses(id, kind, stream, input);
    }

    private static void compresses(int id, Kind kind, byte[] stream, byte[] input) {
        byte[] own = Compressions.compress(id, input, kind.level());
        if (Compressions.isExact(id)) {
            HexText.requireEqual("compression", stream, own);
            return;
        }
        int header = kind.name().equals("gzip") ? GZIP_HEADER : ZLIB_HEADER;
        HexText.requireEqual("compression, the header", Arrays.copyOf(stream, header), Arrays.copyOf(own, header));
        HexText.requireEqual("compression and back", input, decompress(id, own, input.length));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexText.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * What a file calls a compression: {@code gzip 1}.
     *
     * @param name of the algorithm
     * @param level the level
     */
    private record Kind(String name, Compression.Level level) {

        static Kind of(String text) {
            String[] words = text.split(" ", -1);
            return new Kind(words[0], words.length == 1 ? Compression.Level.DEFAULT : level(text, words[1]));
        }

        private static Compression.Level level(String text, String number) {
            return switch (number) {
                case "0" -> Compression.Level.DEFAULT;
                case "1" -> Compression.Level.BEST_SPEED;
                case "2" -> Compression.Level.BEST_SIZE;
                default -> throw new Mismatch("the level of the compression is not known: " + text);
            };
        }
    }
}
