package io.ergo.network.compression;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

import io.ergo.Compression;
import io.netty.buffer.ByteBuf;

/** RFC 1952, with exactly one member: whatever follows it is an error. */
final class Gzip extends Compressor {

    private static final int TRAILER_BYTES = 8;

    Gzip() {
        super(102, Deflate.MOST_OF_ONE_BYTE);
    }

    @Override
    void pack(ByteBuf in, Compression.Level level, ByteBuf out) {
        ByteBuffer[] parts = in.nioBuffers();
        GzipHeader.write(level, out);
        int sum = sum(parts);
        Deflate.deflate(new Deflater(Deflate.level(level), true), parts, out);
        out.writeIntLE(sum).writeIntLE(in.readableBytes());
    }

    @Override
    void unpack(ByteBuf in, Unpacked out) {
        GzipHeader.skip(in);
        Deflate.inflate(new Inflater(true), in, out);
        if (in.readableBytes() != TRAILER_BYTES) {
            throw new CompressionException(
                    in.readableBytes() + " bytes follow the stream in place of " + TRAILER_BYTES, in.readerIndex());
        }
        if (in.readIntLE() != sum(out.written()) || in.readIntLE() != out.size()) {
            throw new CompressionException("the sum or the length at the end does not fit the data", in.readerIndex());
        }
    }

    /** Leaves the parts as they are. */
    private static int sum(ByteBuffer... parts) {
        CRC32 sum = new CRC32();
        for (ByteBuffer part : parts) {
            sum.update(part.duplicate());
        }
        return (int) sum.getValue();
    }
}
