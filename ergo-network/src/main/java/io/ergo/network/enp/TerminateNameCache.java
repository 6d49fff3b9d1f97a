package io.ergo.network.enp;

import io.netty.buffer.ByteBuf;

/** A {@link TerminateName} with the id of the name. */
@FrameType(number = 183, fixed = 11)
public record TerminateNameCache(int order, int target, ByteBuf payload) implements Frame {

    static TerminateNameCache read(FrameHeader header, ByteBuf body) {
        Frames.skipPriority(body);
        return new TerminateNameCache(header.order(), body.readUnsignedShort(), Frames.rest(body));
    }

    @Override
    public void writeFixed(ByteBuf out) {
        out.writeByte(Frames.TERMINATE_PRIORITY);
        NameBytes.writeId(target, out);
    }
}
