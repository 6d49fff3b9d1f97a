package io.ergo.network.enp;

import io.ergo.Compression;
import io.ergo.network.WireException;
import io.ergo.network.compression.Compressor;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * A frame that contains another one, compressed. It has the order byte of the one inside.
 *
 * @param compression {@linkplain Compressor#id() number} of the algorithm
 * @param length of the frame inside, in bytes, its header included; 0 to 2³² − 1
 */
@FrameType(number = 200, fixed = 13)
public record MessageZ(int order, int compression, long length, ByteBuf payload) implements Frame {

    private static final long MOST_BYTES = 0xffffffffL;

    static MessageZ read(FrameHeader header, ByteBuf body) {
        return new MessageZ(header.order(), body.readUnsignedByte(), body.readUnsignedInt(), Frames.rest(body));
    }

    @Override
    public void writeFixed(ByteBuf out) {
        if (compression < 0 || compression > 255 || length < 0 || length > MOST_BYTES) {
            throw FrameException.ofFrame("compression " + compression + " of " + length + " bytes cannot be written",
                    -1);
        }
        out.writeByte(compression).writeInt((int) length);
    }

    /**
     * Compresses a whole frame, as {@link Frame#encode} gives it, and releases it. By LZ4 only for a peer that agreed on it, see
     * {@link FrameLimits#lz4()}.
     */
    public static MessageZ pack(ByteBuf frame, Compressor compressor, Compression.Level level,
            ByteBufAllocator allocator) {
        try {
            int length = frame.readableBytes();
            int order = frame.getUnsignedByte(frame.readerIndex() + FrameHeader.ORDER_AT);
            return new MessageZ(order, compressor.id(), length, compressor.compress(frame, level, allocator));
        } finally {
            frame.release();
        }
    }

    /**
     * Returns the frame inside, with the order byte of this one, and releases this one. What is inside is never a compressed frame: such are unpacked,
     * too.
     *
     * @throws WireException if it cannot be unpacked or read, or is beyond the limits; the error is of this frame alone
     */
    public Frame unpack(FrameLimits limits, ByteBufAllocator allocator) {
        Frame frame = this;
        int left = limits.unpacked();
        for (int level = 0; frame instanceof MessageZ packed; level++) {
            if (level == limits.nesting()) {
                packed.release();
                throw FrameException.ofFrame("more than " + level + " compressed frames lie in each other", -1);
            }
            frame = packed.open(left, limits, allocator);
            left -= (int) packed.length;
        }
        return frame;
    }

    /** Of the header inside the type alone counts, as for Go. */
    private Frame open(int left, FrameLimits limits, ByteBufAllocator allocator) {
        ByteBuf inside = decompress(left, limits, allocator);
        int bytes = inside.readableBytes();
        if (bytes < FrameHeader.BYTES) {
            inside.release();
            throw FrameException.ofFrame("the frame inside has " + bytes + " bytes but its header alone has "
                    + FrameHeader.BYTES, -1);
        }
        return Frames.take(new FrameHeader(bytes, order, inside.getUnsignedByte(FrameHeader.TYPE_AT)), inside);
    }

    private ByteBuf decompress(int left, FrameLimits limits, ByteBufAllocator allocator) {
        try {
            return compressor(limits).decompress(payload, length, left, allocator);
        } finally {
            payload.release();
        }
    }

    private Compressor compressor(FrameLimits limits) {
        Compressor lz4 = Compressor.lz4();
        return limits.lz4() && compression == lz4.id() ? lz4 : Compressor.ofId(compression);
    }
}
