package io.ergo.network.enp;

import java.lang.invoke.MethodHandles;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** What the frames have in common. */
final class Frames {

    static final FrameTable<Frame> TABLE = FrameTable.of(Frame.class, UnknownFrame.class, MethodHandles.lookup());

    /** The longest head without a name, and some. */
    static final int USUAL_HEAD = 96;

    private Frames() {}

    /** Reads the frame of this header, all of which is there, and moves behind it, also if it is refused. */
    static Frame read(FrameHeader header, ByteBuf in) {
        return TABLE.read(header, in.readSlice(header.length()).skipBytes(FrameHeader.BYTES));
    }

    /** Takes what is left as the payload of a frame. */
    static ByteBuf rest(ByteBuf body) {
        return body.isReadable() ? body.readRetainedSlice(body.readableBytes()) : Unpooled.EMPTY_BUFFER;
    }
}
