package io.ergo.network.enp;

import io.netty.buffer.ByteBuf;

/** The response to a request. */
@FrameType(number = 129, fixed = 49)
public record MessageResponse(int order, long from, PriorityByte priority, long to, IdWords ref,
        ByteBuf payload) implements Frame {

    static MessageResponse read(FrameHeader header, ByteBuf body) {
        return new MessageResponse(header.order(), body.readLong(), PriorityByte.read(body), body.readLong(),
                IdWords.read(body), Frames.rest(body));
    }

    @Override
    public void writeFixed(ByteBuf out) {
        out.writeLong(from);
        priority.write(out);
        out.writeLong(to);
        ref.write(out);
    }
}
