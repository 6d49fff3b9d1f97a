package io.ergo.network.enp;

import io.netty.buffer.ByteBuf;

/** A message to the process of a name. */
@FrameType(number = 102, fixed = 27)
public record MessageName(int order, long from, PriorityByte priority, long messageId, String to,
        ByteBuf payload) implements Frame {

    /** A message id without the important flag is no id. */
    public MessageName {
        messageId = priority.messageId(messageId);
    }

    static MessageName read(FrameHeader header, ByteBuf body) {
        return new MessageName(header.order(), body.readLong(), PriorityByte.read(body), body.readLong(),
                NameBytes.read(body), Frames.rest(body));
    }

    @Override
    public void writeFixed(ByteBuf out) {
        out.writeLong(from);
        priority.write(out);
        out.writeLong(messageId);
        NameBytes.write(to, out);
    }
}
