package io.ergo.network.enp;

import java.lang.invoke.MethodHandles;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;

/** What the frames have in common. */
final class Frames {

    static final FrameTable<Frame> TABLE = FrameTable.of(Frame.class, UnknownFrame.class, MethodHandles.lookup());

    /** The longest head without a name, and some. */
    private static final int USUAL_HEAD = 96;

    /** The highest, as Go writes it. */
    static final int EXIT_PRIORITY = 2;
    /** As Go writes it. */
    static final int TERMINATE_PRIORITY = 1;

    private Frames() {}

    /** Skips the priority of a frame that is handled at once, in which it has no effect. */
    static void skipPriority(ByteBuf body) {
        body.skipBytes(Byte.BYTES);
    }

    /** Reads the frame of this header, all of which is there, and moves behind it, also if it is refused. */
    static Frame read(FrameHeader header, ByteBuf in) {
        return take(header, in.readRetainedSlice(header.length()));
    }

    /** Makes the frame of its bytes, which it takes over: they are the payload's from now on, or released. */
    static Frame take(FrameHeader header, ByteBuf bytes) {
        boolean kept = false;
        try {
            Frame frame = TABLE.read(header, bytes.skipBytes(FrameHeader.BYTES));
            kept = frame.payload().isReadable();
            return frame;
        } finally {
            if (!kept) {
                bytes.release();
            }
        }
    }

    /** Takes what is left as the payload of a frame. It is retained by {@link #take}, so that a record which refuses its components leaves nothing. */
    static ByteBuf rest(ByteBuf body) {
        return body.isReadable() ? body.readSlice(body.readableBytes()) : Unpooled.EMPTY_BUFFER;
    }

    static ByteBuf encode(Frame frame, ByteBufAllocator allocator) {
        ByteBuf head = Unpooled.EMPTY_BUFFER;
        CompositeByteBuf both;
        try {
            head = allocator.buffer(USUAL_HEAD);
            frame.begin(head);
            if (!frame.payload().isReadable()) {
                frame.release();
                return head;
            }
            both = allocator.compositeBuffer(2);
        } catch (RuntimeException | Error e) {
            head.release();
            frame.release();
            throw e;
        }
        return both.addComponents(true, head, frame.payload());
    }
}
