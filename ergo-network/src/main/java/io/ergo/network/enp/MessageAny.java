package io.ergo.network.enp;

import io.netty.buffer.ByteBuf;

/** A request of the network layer or its result: the payload is one of the structs {@code #ergo.services/ergo/net/proto/…}. */
@FrameType(number = 199, fixed = 8)
public record MessageAny(int order, ByteBuf payload) implements Frame {

    static MessageAny read(FrameHeader header, ByteBuf body) {
        return new MessageAny(header.order(), Frames.rest(body));
    }

    @Override
    public void writeFixed(ByteBuf out) {
        // there is none
    }
}
