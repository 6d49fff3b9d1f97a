package io.ergo.fuzz;

import java.util.List;
import java.util.Optional;

import io.ergo.Compression;
import io.ergo.network.compression.Compressor;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;

/**
 * A byte that tells the algorithm, an announced length of four bytes, and what is to be unpacked. What was unpacked is packed and unpacked again; so are
 * all bytes as they came. No buffer is left.
 */
final class CompressionTarget extends Target {

    private static final List<Compressor> COMPRESSORS = List.of(Compressor.of(Compression.Type.LZW),
            Compressor.of(Compression.Type.ZLIB), Compressor.of(Compression.Type.GZIP), Compressor.lz4());
    private static final int LENGTH_BYTES = 4;
    private static final int MOST_UNPACKED = 256 * 1024;

    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false, true);

    CompressionTarget() {
        super(new Bounds(MOST_UNPACKED));
    }

    /** Returns the byte that tells the algorithm with this number on the wire. */
    static int choice(int id) {
        return COMPRESSORS.stream().map(Compressor::id).toList().indexOf(id);
    }

    @Override
    void take(byte[] input) {
        if (input.length < 1 + LENGTH_BYTES) {
            return;
        }
        Compressor compressor = COMPRESSORS.get(Math.floorMod(input[0], COMPRESSORS.size()));
        ByteBuf in = Unpooled.wrappedBuffer(input).skipBytes(1);
        long length = in.readUnsignedInt();
        Optional<ByteBuf> unpacked = bounds().hold(input.length,
                () -> compressor.decompress(in, length, MOST_UNPACKED, allocator));
        unpacked.ifPresent(bytes -> thereAndBack(compressor, bytes));
        thereAndBack(compressor, Unpooled.copiedBuffer(input));
        if (allocator.metric().usedHeapMemory() != 0) {
            throw new Finding("a buffer was not released");
        }
    }

    private void thereAndBack(Compressor compressor, ByteBuf plain) {
        byte[] bytes = ByteBufUtil.getBytes(plain);
        ByteBuf packed = compressor.compress(plain, Compression.Level.DEFAULT, allocator);
        ByteBuf unpacked = compressor.decompress(packed, bytes.length, Math.max(1, bytes.length), allocator);
        if (!unpacked.equals(Unpooled.wrappedBuffer(bytes))) {
            throw new Finding("%d bytes were packed and came back as %d others".formatted(bytes.length,
                    unpacked.readableBytes()));
        }
        plain.release();
        packed.release();
        unpacked.release();
    }
}
