package io.ergo.network.enp;

import io.netty.buffer.ByteBuf;

/** An exit signal. The payload is the reason, an EDF error. */
@FrameType(number = 107, fixed = 25)
public record MessageExit(int order, long from, long to, ByteBuf payload) implements Frame {

    static MessageExit read(FrameHeader header, ByteBuf body) {
        long from = body.readLong();
        Frames.skipPriority(body);
        return new MessageExit(header.order(), from, body.readLong(), Frames.rest(body));
    }

    @Override
    public void writeFixed(ByteBuf out) {
        out.writeLong(from).writeByte(Frames.EXIT_PRIORITY).writeLong(to);
    }
}
