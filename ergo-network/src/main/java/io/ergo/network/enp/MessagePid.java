package io.ergo.network.enp;

import io.netty.buffer.ByteBuf;

/** A message to a process. */
@FrameType(number = 101, fixed = 33)
public record MessagePid(int order, long from, PriorityByte priority, long messageId, long to,
        ByteBuf payload) implements Frame {

    /** A message id without the important flag is no id. */
    public MessagePid {
        messageId = priority.messageId(messageId);
    }

    static MessagePid read(FrameHeader header, ByteBuf body) {
        return new MessagePid(header.order(), body.readLong(), PriorityByte.read(body), body.readLong(),
                body.readLong(), Frames.rest(body));
    }

    @Override
    public void writeFixed(ByteBuf out) {
        out.writeLong(from);
        priority.write(out);
        out.writeLong(messageId);
        out.writeLong(to);
    }
}
