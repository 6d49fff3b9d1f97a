package io.ergo.network.compression;

import io.ergo.Compression;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;

import static org.assertj.core.api.Assertions.assertThat;

/** Arrays in and out of the compressors, once through the heap and once through memory outside it, with an allocator that must be empty at the end. */
final class Packing {

    private static final int LIMIT = 1 << 24;

    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(true);

    byte[] compress(Compressor compressor, Compression.Level level, byte[] input) {
        ByteBuf in = Unpooled.wrappedBuffer(input);
        byte[] out = take(compressor.compress(in, level, allocator));
        assertThat(in.isReadable()).isFalse();
        return out;
    }

    byte[] decompress(Compressor compressor, byte[] stream, long length) {
        return decompress(compressor, stream, length, LIMIT);
    }

    byte[] decompress(Compressor compressor, byte[] stream, long length, int limit) {
        ByteBuf in = allocator.directBuffer(stream.length).writeBytes(stream);
        try {
            return take(compressor.decompress(in, length, limit, allocator));
        } finally {
            in.release();
        }
    }

    private static byte[] take(ByteBuf buffer) {
        byte[] bytes = ByteBufUtil.getBytes(buffer);
        buffer.release();
        return bytes;
    }

    void checkNothingIsLeft() {
        assertThat(allocator.metric().usedHeapMemory()).isZero();
        assertThat(allocator.metric().usedDirectMemory()).isZero();
    }
}
