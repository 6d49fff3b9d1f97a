package io.ergo.network.enp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** A response that is an error, or an acknowledgement; with {@link ErrorCode#OTHER} the payload is an EDF error, else there is none. */
@FrameType(number = 130, fixed = 50)
public record MessageResponseError(int order, long from, PriorityByte priority, long to, IdWords ref, ErrorCode code,
        ByteBuf payload) implements Frame {

    static MessageResponseError read(FrameHeader header, ByteBuf body) {
        long from = body.readLong();
        PriorityByte priority = PriorityByte.read(body);
        long to = body.readLong();
        IdWords ref = IdWords.read(body);
        ErrorCode code = ErrorCode.read(body);
        return new MessageResponseError(header.order(), from, priority, to, ref, code,
                code == ErrorCode.OTHER ? Frames.rest(body) : Unpooled.EMPTY_BUFFER);
    }

    @Override
    public void writeFixed(ByteBuf out) {
        if (code != ErrorCode.OTHER && payload.isReadable()) {
            throw FrameException.ofFrame("the code " + code + " stands alone, without a payload", -1);
        }
        out.writeLong(from);
        priority.write(out);
        out.writeLong(to);
        ref.write(out);
        code.write(out);
    }
}
