package io.ergo.network.enp;

import io.netty.buffer.ByteBuf;

/** A {@link MessageName} with the id of the name. */
@FrameType(number = 103, fixed = 27)
public record MessageNameCache(int order, long from, PriorityByte priority, long messageId, int to,
        ByteBuf payload) implements Frame {

    /** A message id without the important flag is no id. */
    public MessageNameCache {
        messageId = priority.messageId(messageId);
    }

    static MessageNameCache read(FrameHeader header, ByteBuf body) {
        return new MessageNameCache(header.order(), body.readLong(), PriorityByte.read(body), body.readLong(),
                body.readUnsignedShort(), Frames.rest(body));
    }

    @Override
    public void writeFixed(ByteBuf out) {
        out.writeLong(from);
        priority.write(out);
        out.writeLong(messageId);
        NameBytes.writeId(to, out);
    }
}
