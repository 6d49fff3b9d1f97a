package io.ergo.network.enp;

import io.netty.buffer.ByteBuf;

/** A request to a process. */
@FrameType(number = 121, fixed = 49)
public record RequestPid(int order, long from, PriorityByte priority, IdWords ref, long to,
        ByteBuf payload) implements Frame {

    static RequestPid read(FrameHeader header, ByteBuf body) {
        return new RequestPid(header.order(), body.readLong(), PriorityByte.read(body), IdWords.read(body),
                body.readLong(), Frames.rest(body));
    }

    @Override
    public void writeFixed(ByteBuf out) {
        out.writeLong(from);
        priority.write(out);
        ref.write(out);
        out.writeLong(to);
    }
}
