package io.ergo.network.enp;

import io.netty.buffer.ByteBuf;

/** A process of the sender's node has ended. The payload is the reason, an EDF error. */
@FrameType(number = 181, fixed = 17)
public record TerminatePid(int order, long target, ByteBuf payload) implements Frame {

    static TerminatePid read(FrameHeader header, ByteBuf body) {
        Frames.skipPriority(body);
        return new TerminatePid(header.order(), body.readLong(), Frames.rest(body));
    }

    @Override
    public void writeFixed(ByteBuf out) {
        out.writeByte(Frames.TERMINATE_PRIORITY);
        out.writeLong(target);
    }
}
