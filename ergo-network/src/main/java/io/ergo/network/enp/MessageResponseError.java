package io.ergo.network.enp;

import io.netty.buffer.ByteBuf;

/** A response that is an error, or an acknowledgement; with {@link ErrorCode#OTHER} the payload is an EDF error, else there is none. */
@FrameType(number = 130, fixed = 50)
public record MessageResponseError(int order, long from, PriorityByte priority, long to, IdWords ref, ErrorCode code,
        ByteBuf payload) implements Frame {

    static MessageResponseError read(FrameHeader header, ByteBuf body) {
        return new MessageResponseError(header.order(), body.readLong(), PriorityByte.read(body), body.readLong(),
                IdWords.read(body), ErrorCode.read(body), Frames.rest(body));
    }

    @Override
    public void writeFixed(ByteBuf out) {
        out.writeLong(from);
        priority.write(out);
        out.writeLong(to);
        ref.write(out);
        code.write(out);
    }
}
