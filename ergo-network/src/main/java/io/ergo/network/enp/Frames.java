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

    /** Takes what is left as the payload of a frame. */
    static ByteBuf rest(ByteBuf body) {
        return body.isReadable() ? body.readRetainedSlice(body.readableBytes()) : Unpooled.EMPTY_BUFFER;
    }
}
