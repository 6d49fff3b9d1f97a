package io.ergo.network.enp;

import io.netty.buffer.ByteBuf;

/** A request to the process of a name. */
@FrameType(number = 122, fixed = 43)
public record RequestName(int order, long from, PriorityByte priority, IdWords ref, String to,
        ByteBuf payload) implements Frame {

    static RequestName read(FrameHeader header, ByteBuf body) {
        return new RequestName(header.order(), body.readLong(), PriorityByte.read(body), IdWords.read(body),
                NameBytes.read(body), Frames.rest(body));
    }

    @Override
    public void writeFixed(ByteBuf out) {
        out.writeLong(from);
        priority.write(out);
        ref.write(out);
        NameBytes.write(to, out);
    }
}
