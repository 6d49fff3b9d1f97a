package io.ergo.network.enp;

import io.netty.buffer.ByteBuf;

/** A {@link RequestName} with the id of the name. */
@FrameType(number = 123, fixed = 43)
public record RequestNameCache(int order, long from, PriorityByte priority, IdWords ref, int to,
        ByteBuf payload) implements Frame {

    static RequestNameCache read(FrameHeader header, ByteBuf body) {
        return new RequestNameCache(header.order(), body.readLong(), PriorityByte.read(body), IdWords.read(body),
                body.readUnsignedShort(), Frames.rest(body));
    }

    @Override
    public void writeFixed(ByteBuf out) {
        out.writeLong(from);
        priority.write(out);
        ref.write(out);
        NameBytes.writeId(to, out);
    }
}
