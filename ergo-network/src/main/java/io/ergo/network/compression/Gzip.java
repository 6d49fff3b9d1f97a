package io.ergo.network.compression;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

import io.ergo.Compression;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/** RFC 1952, with exactly one member: whatever follows it is an error. */
final class Gzip extends Compressor {

    private static final int TRAILER_BYTES = 8;

    Gzip() {
        super(102, Deflate.MOST_OF_ONE_BYTE);
    }

    @Override
    public ByteBuf compress(ByteBuf in, Compression.Level level, ByteBufAllocator allocator) {
        int length = in.readableBytes();
        int sum = sum(in.nioBuffer());
        ByteBuf out = allocator.buffer(GzipHeader.BYTES + length / 2 + TRAILER_BYTES);
        GzipHeader.write(level, out);
        Deflate.deflate(new Deflater(Deflate.level(level), true), in, out);
        return out.writeIntLE(sum).writeIntLE(length);
    }

    @Override
    void unpack(ByteBuf in, Unpacked out) {
        GzipHeader.skip(in);
        int from = out.size();
        Deflate.inflate(new Inflater(true), in, out);
        if (in.readableBytes() != TRAILER_BYTES) {
            throw new CompressionException(
                    in.readableBytes() + " bytes follow the stream in place of " + TRAILER_BYTES, -1);
        }
        if (in.readIntLE() != sum(out.since(from)) || in.readIntLE() != out.size() - from) {
            throw new CompressionException("the sum or the length at the end does not fit the data", -1);
        }
    }

    private static int sum(ByteBuffer bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return (int) sum.getValue();
    }
}
