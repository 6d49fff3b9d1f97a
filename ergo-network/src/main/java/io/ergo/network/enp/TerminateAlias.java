package io.ergo.network.enp;

import io.netty.buffer.ByteBuf;

/** An alias of the sender's node is gone. The payload is the reason, an EDF error. */
@FrameType(number = 184, fixed = 33)
public record TerminateAlias(int order, IdWords target, ByteBuf payload) implements Frame {

    static TerminateAlias read(FrameHeader header, ByteBuf body) {
        Frames.skipPriority(body);
        return new TerminateAlias(header.order(), IdWords.read(body), Frames.rest(body));
    }

    @Override
    public void writeFixed(ByteBuf out) {
        out.writeByte(Frames.TERMINATE_PRIORITY);
        target.write(out);
    }
}
