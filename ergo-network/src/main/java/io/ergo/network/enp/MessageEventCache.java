package io.ergo.network.enp;

import io.ergo.Priority;
import io.ergo.network.framework.PriorityCode;
import io.netty.buffer.ByteBuf;

/**
 * A {@link MessageEvent} with the id of the name.
 *
 * @param timestamp when it was published, in Unix nanoseconds
 */
@FrameType(number = 106, fixed = 27)
public record MessageEventCache(int order, long from, Priority priority, long timestamp, int event,
        ByteBuf payload) implements Frame {

    static MessageEventCache read(FrameHeader header, ByteBuf body) {
        return new MessageEventCache(header.order(), body.readLong(), PriorityByte.priority(body.readUnsignedByte()),
                body.readLong(), body.readUnsignedShort(), Frames.rest(body));
    }

    @Override
    public void writeFixed(ByteBuf out) {
        out.writeLong(from);
        out.writeByte(PriorityCode.number(priority));
        out.writeLong(timestamp);
        NameBytes.writeId(event, out);
    }
}
