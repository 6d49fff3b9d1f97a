package io.ergo.network.compression;

import io.ergo.Compression;
import io.ergo.network.enp.CheckedBuffers;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;

import static org.assertj.core.api.Assertions.assertThat;

/** Arrays in and out of the compressors, once through the heap and once through memory outside it, with an allocator that must be empty at the end. */
final class Packing {

    private static final int LIMIT = 1 << 24;

    private final CheckedBuffers buffers;
    private final ByteBufAllocator allocator;

    Packing(CheckedBuffers.Kind kind) {
        buffers = new CheckedBuffers(kind);
        allocator = buffers.allocator();
    }

    Packing() {
        this(CheckedBuffers.Kind.DIRECT);
    }

    ByteBufAllocator allocator() {
        return allocator;
    }

    byte[] compress(Compressor compressor, Compression.Level level, byte[] input) {
        ByteBuf in = Unpooled.wrappedBuffer(input);
        byte[] out = CheckedBuffers.take(compressor.compress(in, level, allocator));
        assertThat(in.isReadable()).isFalse();
        return out;
    }

    byte[] decompress(Compressor compressor, byte[] stream, long length) {
        return decompress(compressor, stream, length, LIMIT);
    }

    byte[] decompress(Compressor compressor, byte[] stream, long length, int limit) {
        ByteBuf in = allocator.directBuffer(stream.length).writeBytes(stream);
        try {
            byte[] out = CheckedBuffers.take(compressor.decompress(in, length, limit, allocator));
            assertThat(in.isReadable()).isFalse();
            return out;
        } catch (CompressionException e) {
            assertThat(in.readerIndex()).isZero();
            assertThat(e.offset()).isBetween(-1, stream.length);
            throw e;
        } finally {
            in.release();
        }
    }

    void checkNothingIsLeft() {
        buffers.checkNothingIsLeft();
    }
}
