package io.ergo.network.hostile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.ergo.Compression;
import io.ergo.network.compression.Compressor;
import io.ergo.network.enp.CheckedBuffers;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** A length of four bytes and what unpacks to it; by LZ4, which the reference does not have, what is packed here. */
final class CompressionFormats {

    private static final int LIMIT = 64 * 1024;
    private static final int BOMB = 8 * 1024 * 1024;
    private static final CheckedBuffers BUFFERS = new CheckedBuffers(CheckedBuffers.Kind.HEAP);
    private static final List<Compressor> ALL = List.of(Compressor.of(Compression.Type.LZW),
            Compressor.of(Compression.Type.ZLIB), Compressor.of(Compression.Type.GZIP), Compressor.lz4());

    private CompressionFormats() {}

    static Stream<Format> all() {
        return ALL.stream().map(each -> new Format(each.getClass().getSimpleName(), LIMIT,
                Stream.concat(recorded(each), made(each)).toList(), announcing(each)));
    }

    private static Stream<Sample> recorded(Compressor compressor) {
        return Recordings.of("enp").entries("compression")
                .filter(each -> each.get("type_id").asInt() == compressor.id())
                .map(each -> new Sample(each.get("name").asString(), Recordings.hex(each, "output_hex"),
                        decoder(compressor)));
    }

    private static Stream<Sample> made(Compressor compressor) {
        byte[] text = "the quick brown fox jumps over the lazy dog, and again ".repeat(30)
                .getBytes(StandardCharsets.US_ASCII);
        return Arrays.stream(Compression.Level.values()).map(level -> new Sample("made for " + level,
                packed(text.length, stream(compressor, level, text)), decoder(compressor)));
    }

    private static byte[] stream(Compressor compressor, Compression.Level level, byte[] bytes) {
        return CheckedBuffers.take(compressor.compress(Unpooled.wrappedBuffer(bytes), level, BUFFERS.allocator()));
    }

    private static byte[] packed(long length, byte[] stream) {
        return ByteBuffer.allocate(Integer.BYTES + stream.length).putInt((int) length).put(stream).array();
    }

    private static Sample.Decoder decoder(Compressor compressor) {
        return (bytes, length) -> length >= Integer.BYTES && unpack(compressor, bytes, length);
    }

    private static boolean unpack(Compressor compressor, byte[] bytes, int length) {
        ByteBuf in = BUFFERS.allocator().buffer(length).writeBytes(bytes, 0, length);
        try {
            long announced = in.readUnsignedInt();
            ByteBuf unpacked = compressor.decompress(in, announced, LIMIT, BUFFERS.allocator());
            if (CheckedBuffers.take(unpacked).length != announced) {
                throw new AssertionError("not the announced length");
            }
            return true;
        } finally {
            in.release();
            BUFFERS.checkNothingIsLeft();
        }
    }

    private static List<Sample> announcing(Compressor compressor) {
        List<Sample> all = new ArrayList<>();
        byte[] some = stream(compressor, Compression.Level.DEFAULT, new byte[9]);
        byte[] bomb = stream(compressor, Compression.Level.BEST_SIZE, new byte[BOMB]);
        for (long length : new long[] {0, 7, 8, LIMIT, 0x7fff_ffffL, 0xffff_ffffL}) {
            all.add(new Sample("nothing but " + length, packed(length, new byte[0]), decoder(compressor)));
            all.add(new Sample("9 as " + length, packed(length, some), decoder(compressor)));
            all.add(new Sample("8 MiB as " + length, packed(length, bomb), decoder(compressor)));
        }
        all.add(new Sample("8 MiB", packed(BOMB, bomb), decoder(compressor)));
        all.add(new Sample("a length of LZ4 that overflows", overflowing(), decoder(compressor)));
        return all;
    }

    /** A run whose length is more than an {@code int} holds, in blocks of LZ4. */
    private static byte[] overflowing() {
        byte[] run = new byte[Integer.MAX_VALUE / 255 + 64];
        Arrays.fill(run, (byte) 0xff);
        return packed(1000, run);
    }
}
