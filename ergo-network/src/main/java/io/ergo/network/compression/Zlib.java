package io.ergo.network.compression;

import java.util.zip.Deflater;
import java.util.zip.Inflater;

import io.ergo.Compression;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/** RFC 1950. Bytes behind the stream are ignored, as Go does. */
final class Zlib extends Compressor {

    Zlib() {
        super(101, Deflate.MOST_OF_ONE_BYTE);
    }

    @Override
    public ByteBuf compress(ByteBuf in, Compression.Level level, ByteBufAllocator allocator) {
        ByteBuf out = allocator.buffer(in.readableBytes() / 2);
        Deflate.deflate(new Deflater(Deflate.level(level)), in, out);
        return out;
    }

    @Override
    void unpack(ByteBuf in, Unpacked out) {
        Deflate.inflate(new Inflater(), in, out);
    }
}
