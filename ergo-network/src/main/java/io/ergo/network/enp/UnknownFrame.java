package io.ergo.network.enp;

import io.netty.buffer.ByteBuf;

/**
 * A frame of a type that is not known here: a later release's, to be logged and ignored.
 *
 * @param type the type byte
 * @param payload all that follows the header
 */
public record UnknownFrame(int order, int type, ByteBuf payload) implements Frame {

    static UnknownFrame read(FrameHeader header, ByteBuf body) {
        return new UnknownFrame(header.order(), header.type(), Frames.rest(body));
    }

    @Override
    public void writeFixed(ByteBuf out) {
        if (Frames.TABLE.isKnown(type)) {
            throw FrameException.ofFrame("the type " + type + " is known and has a record of its own", -1);
        }
    }
}
