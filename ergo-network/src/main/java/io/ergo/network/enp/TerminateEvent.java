package io.ergo.network.enp;

import io.netty.buffer.ByteBuf;

/** An event of the sender's node is gone. The payload is the reason, an EDF error. */
@FrameType(number = 185, fixed = 11)
public record TerminateEvent(int order, String target, ByteBuf payload) implements Frame {

    static TerminateEvent read(FrameHeader header, ByteBuf body) {
        Frames.skipPriority(body);
        return new TerminateEvent(header.order(), NameBytes.read(body), Frames.rest(body));
    }

    @Override
    public void writeFixed(ByteBuf out) {
        out.writeByte(Frames.TERMINATE_PRIORITY);
        NameBytes.write(target, out);
    }
}
