package io.ergo.network.enp;

import io.netty.buffer.ByteBuf;

/** A message to the owner of an alias. */
@FrameType(number = 104, fixed = 49)
public record MessageAlias(int order, long from, PriorityByte priority, long messageId, IdWords to,
        ByteBuf payload) implements Frame {

    /** A message id without the important flag is no id. */
    public MessageAlias {
        messageId = priority.messageId(messageId);
    }

    static MessageAlias read(FrameHeader header, ByteBuf body) {
        return new MessageAlias(header.order(), body.readLong(), PriorityByte.read(body), body.readLong(),
                IdWords.read(body), Frames.rest(body));
    }

    @Override
    public void writeFixed(ByteBuf out) {
        out.writeLong(from);
        priority.write(out);
        out.writeLong(messageId);
        to.write(out);
    }
}
