package io.ergo.network.enp;

import io.netty.buffer.ByteBuf;

/**
 * The eight bytes that every frame begins with: magic, version, length, order byte, type.
 *
 * @param length of the whole frame in bytes, these eight included
 * @param order 0 to 255; 0 is unordered, {@link Order}
 * @param type 0 to 255
 */
public record FrameHeader(int length, int order, int type) {

    /** How many bytes it takes. */
    public static final int BYTES = 8;

    static final int LENGTH_AT = 2;
    static final int ORDER_AT = 6;
    static final int TYPE_AT = 7;

    private static final int MAGIC = 78;
    private static final int VERSION = 1;

    /**
     * Reads the header of the frame that begins at the reader index, which does not move.
     *
     * @param in holds at least {@link #BYTES} bytes
     * @param limit bytes that a frame may have
     * @throws FrameException that ends the link, if this is not a header or the length is beyond the limit
     */
    static FrameHeader peek(ByteBuf in, int limit) {
        int begin = in.readerIndex();
        int magic = in.getUnsignedByte(begin);
        int version = in.getUnsignedByte(begin + 1);
        if (magic != MAGIC || version != VERSION) {
            throw FrameException.ofLink("the frame begins with " + magic + ", " + version + " but must with " + MAGIC
                    + ", " + VERSION, 0);
        }
        long length = in.getUnsignedInt(begin + LENGTH_AT);
        if (length < BYTES) {
            throw FrameException.ofLink(
                    "the frame has a length of " + length + " bytes but its header alone has " + BYTES, LENGTH_AT);
        }
        if (length > limit) {
            throw FrameException.ofLink("the frame has " + length + " bytes, more than the limit of " + limit,
                    LENGTH_AT);
        }
        return new FrameHeader((int) length, in.getUnsignedByte(begin + ORDER_AT), in.getUnsignedByte(begin + TYPE_AT));
    }

    /** Writes a header whose length is to come. */
    static void begin(int order, int type, ByteBuf out) {
        checkByte("order", order);
        checkByte("type", type);
        out.writeByte(MAGIC).writeByte(VERSION).writeInt(0).writeByte(order).writeByte(type);
    }

    private static void checkByte(String what, int value) {
        if (value < 0 || value > 255) {
            throw FrameException.ofFrame("the " + what + " byte is " + value + " but must be 0 to 255", -1);
        }
    }

    /** Sets the length; a frame that no buffer could hold is refused. */
    static void setLength(ByteBuf out, int begin, long length) {
        if (length > Integer.MAX_VALUE) {
            throw FrameException.ofFrame("the frame has " + length + " bytes but must have at most "
                    + Integer.MAX_VALUE, -1);
        }
        out.setInt(begin + LENGTH_AT, (int) length);
    }
}
