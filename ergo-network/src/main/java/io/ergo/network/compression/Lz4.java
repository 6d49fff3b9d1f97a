package io.ergo.network.compression;

import io.ergo.Compression;
import io.netty.buffer.ByteBuf;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;

/**
 * One block of LZ4. The instances are those in plain Java that check every access; a block has no end mark, so it is unpacked in one go into all of
 * the announced length. The best size is that of the slow search, the other levels are the fast one.
 */
final class Lz4 extends Compressor {

    private final LZ4Factory factory = LZ4Factory.safeInstance();

    Lz4() {
        super(200, 255); // far from the numbers of others; a length grows by 255 with each byte
    }

    @Override
    void pack(ByteBuf in, Compression.Level level, ByteBuf out) {
        LZ4Compressor compressor = level == Compression.Level.BEST_SIZE ? factory.highCompressor()
                : factory.fastCompressor();
        int length = in.readableBytes();
        int most = compressor.maxCompressedLength(length);
        out.ensureWritable(most);
        int made = compressor.compress(in.nioBuffer(), 0, length, out.nioBuffer(out.writerIndex(), most), 0, most);
        out.writerIndex(out.writerIndex() + made);
    }

    @Override
    void unpack(ByteBuf in, Unpacked out) {
        try {
            var room = out.all();
            out.filled(factory.safeDecompressor().decompress(in.nioBuffer(), 0, in.readableBytes(), room, 0,
                    room.remaining()));
        } catch (LZ4Exception e) {
            throw new CompressionException("the block is damaged: " + e.getMessage(), -1, e);
        }
    }
}
