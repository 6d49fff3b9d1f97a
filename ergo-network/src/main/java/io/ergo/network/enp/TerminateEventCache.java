package io.ergo.network.enp;

import io.netty.buffer.ByteBuf;

/** A {@link TerminateEvent} with the id of the name. */
@FrameType(number = 186, fixed = 11)
public record TerminateEventCache(int order, int target, ByteBuf payload) implements Frame {

    static TerminateEventCache read(FrameHeader header, ByteBuf body) {
        Frames.skipPriority(body);
        return new TerminateEventCache(header.order(), body.readUnsignedShort(), Frames.rest(body));
    }

    @Override
    public void writeFixed(ByteBuf out) {
        out.writeByte(Frames.TERMINATE_PRIORITY);
        NameBytes.writeId(target, out);
    }
}
