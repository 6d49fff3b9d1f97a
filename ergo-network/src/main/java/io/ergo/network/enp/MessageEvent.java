package io.ergo.network.enp;

import io.ergo.Priority;
import io.ergo.network.framework.PriorityCode;
import io.netty.buffer.ByteBuf;

/**
 * What a process of the sender's node published, for all its subscribers on the receiver's; the payload is the message alone.
 *
 * @param timestamp when it was published, in Unix nanoseconds
 */
@FrameType(number = 105, fixed = 27)
public record MessageEvent(int order, long from, Priority priority, long timestamp, String event,
        ByteBuf payload) implements Frame {

    static MessageEvent read(FrameHeader header, ByteBuf body) {
        return new MessageEvent(header.order(), body.readLong(), PriorityByte.priority(body.readUnsignedByte()),
                body.readLong(), NameBytes.read(body), Frames.rest(body));
    }

    @Override
    public void writeFixed(ByteBuf out) {
        out.writeLong(from);
        out.writeByte(PriorityCode.number(priority));
        out.writeLong(timestamp);
        NameBytes.write(event, out);
    }
}
