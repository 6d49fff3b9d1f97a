package io.ergo.network.enp;

import io.netty.buffer.ByteBuf;

/** A request to the owner of an alias. */
@FrameType(number = 124, fixed = 65)
public record RequestAlias(int order, long from, PriorityByte priority, IdWords ref, IdWords to,
        ByteBuf payload) implements Frame {

    static RequestAlias read(FrameHeader header, ByteBuf body) {
        return new RequestAlias(header.order(), body.readLong(), PriorityByte.read(body), IdWords.read(body),
                IdWords.read(body), Frames.rest(body));
    }

    @Override
    public void writeFixed(ByteBuf out) {
        out.writeLong(from);
        priority.write(out);
        ref.write(out);
        to.write(out);
    }
}
