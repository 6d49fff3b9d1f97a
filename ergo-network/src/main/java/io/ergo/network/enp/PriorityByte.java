package io.ergo.network.enp;

import io.ergo.Priority;
import io.ergo.network.framework.PriorityCode;
import io.netty.buffer.ByteBuf;

/**
 * Priority and important flag, which share a byte. The bits between them are ignored when they come and sent as 0; a fourth priority is normal.
 *
 * @param priority which queue of the receiver
 * @param important whether the sender wants to know that it arrived
 */
public record PriorityByte(Priority priority, boolean important) {

    /** Normal and not important. */
    public static final PriorityByte NORMAL = new PriorityByte(Priority.NORMAL, false);

    private static final int PRIORITY_BITS = 0x03;
    private static final int IMPORTANT = 0x80;

    static PriorityByte read(ByteBuf in) {
        int bits = in.readUnsignedByte();
        return bits == 0 ? NORMAL : new PriorityByte(priority(bits & PRIORITY_BITS), (bits & IMPORTANT) != 0);
    }

    void write(ByteBuf out) {
        out.writeByte(PriorityCode.number(priority) | (important ? IMPORTANT : 0));
    }

    /** Returns the id, 0 if nothing is to be acknowledged. */
    long messageId(long id) {
        return important ? id : 0;
    }

    static Priority priority(int number) {
        return switch (number) {
            case 1 -> Priority.HIGH;
            case 2 -> Priority.MAX;
            default -> Priority.NORMAL;
        };
    }
}
