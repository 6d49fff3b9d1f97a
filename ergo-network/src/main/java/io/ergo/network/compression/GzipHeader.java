package io.ergo.network.compression;

import java.util.zip.CRC32;

import io.ergo.Compression;
import io.netty.buffer.ByteBuf;

/** What stands in front of the data in gzip: written as Go does, read with all that RFC 1952 allows, which is then ignored. */
final class GzipHeader {

    static final int BYTES = 10;

    private static final int MAGIC = 0x1f8b;
    private static final int DEFLATE = 8;
    private static final int WITH_SUM = 0x02;
    private static final int WITH_EXTRA = 0x04;
    private static final int WITH_NAME = 0x08;
    private static final int WITH_COMMENT = 0x10;
    private static final int RESERVED = 0xe0;
    private static final int ANY_SYSTEM = 255;

    private GzipHeader() {}

    static void write(Compression.Level level, ByteBuf out) {
        int effort = switch (level) {
            case DEFAULT -> 0;
            case BEST_SPEED -> 4;
            case BEST_SIZE -> 2;
        };
        out.writeShort(MAGIC).writeByte(DEFLATE).writeByte(0).writeInt(0).writeByte(effort).writeByte(ANY_SYSTEM);
    }

    /** Moves behind the header, which begins at index 0. */
    static void skip(ByteBuf in) {
        need(in, BYTES);
        int magic = in.readUnsignedShort();
        int method = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        if (magic != MAGIC || method != DEFLATE || (flags & RESERVED) != 0) {
            throw new CompressionException("the header is not that of gzip", 0);
        }
        in.skipBytes(BYTES - 4);
        skipOptions(in, flags);
        if ((flags & WITH_SUM) != 0) {
            checkSum(in);
        }
    }

    private static void skipOptions(ByteBuf in, int flags) {
        if ((flags & WITH_EXTRA) != 0) {
            need(in, Short.BYTES);
            int extra = in.readUnsignedShortLE();
            need(in, extra);
            in.skipBytes(extra);
        }
        if ((flags & WITH_NAME) != 0) {
            skipText(in);
        }
        if ((flags & WITH_COMMENT) != 0) {
            skipText(in);
        }
    }

    private static void skipText(ByteBuf in) {
        int length = in.bytesBefore((byte) 0);
        need(in, length < 0 ? in.readableBytes() + 1 : length + 1);
        in.skipBytes(length + 1);
    }

    private static void checkSum(ByteBuf in) {
        CRC32 sum = new CRC32();
        sum.update(in.nioBuffer(0, in.readerIndex()));
        need(in, Short.BYTES);
        if (in.readUnsignedShortLE() != (sum.getValue() & 0xffff)) {
            throw new CompressionException("the sum of the header does not fit it", in.readerIndex());
        }
    }

    private static void need(ByteBuf in, int bytes) {
        if (in.readableBytes() < bytes) {
            throw new CompressionException("the header of gzip is cut off", in.writerIndex());
        }
    }
}
