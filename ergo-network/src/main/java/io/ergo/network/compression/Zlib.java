package io.ergo.network.compression;

import java.util.zip.Deflater;
import java.util.zip.Inflater;

import io.ergo.Compression;
import io.netty.buffer.ByteBuf;

/** RFC 1950. Bytes behind the stream are ignored, as Go does. */
final class Zlib extends Compressor {

    Zlib() {
        super(101, Deflate.MOST_OF_ONE_BYTE);
    }

    @Override
    void pack(ByteBuf in, Compression.Level level, ByteBuf out) {
        Deflate.deflate(new Deflater(Deflate.level(level)), in.nioBuffers(), out);
    }

    @Override
    void unpack(ByteBuf in, Unpacked out) {
        Deflate.inflate(new Inflater(), in, out);
    }
}
