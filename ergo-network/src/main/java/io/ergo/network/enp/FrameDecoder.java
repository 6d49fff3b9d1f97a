package io.ergo.network.enp;

import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;

/**
 * Cuts what comes over a link into frames and hands on a {@link Frame} for each, which the next handler releases. Compressed frames are handed on as
 * they are. What a length announces is not allocated: bytes are kept as they come.
 *
 * <p>Errors go to {@code exceptionCaught} of the next handler, as a {@link FrameException}. One that is of a single frame leaves the link as it is; one
 * that {@linkplain FrameException#endsLink() ends the link} closes it, and what still comes is dropped. One decoder for each link, on its event loop.
 */
public final class FrameDecoder extends ByteToMessageDecoder {

    /** A payload keeps at most so many times its frame's bytes alive. */
    private static final int MOST_KEPT = 8;

    private final FrameLimits limits;
    private boolean ended;

    /** Creates one for a new link. */
    public FrameDecoder(FrameLimits limits) {
        this.limits = limits;
        setCumulator(new DoublingCumulator(limits.frame()));
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (ended) {
            in.skipBytes(in.readableBytes());
            return;
        }
        if (in.readableBytes() < FrameHeader.BYTES) {
            return;
        }
        try {
            FrameHeader header = FrameHeader.peek(in, limits.frame());
            if (header.length() <= in.readableBytes()) {
                out.add(frame(header, in));
            }
        } catch (FrameException e) {
            refuse(context, in, e);
        }
    }

    private static Frame frame(FrameHeader header, ByteBuf in) {
        return header.length() < in.capacity() / MOST_KEPT ? Frames.take(header, in.readBytes(header.length()))
                : Frames.read(header, in);
    }

    private void refuse(ChannelHandlerContext context, ByteBuf in, FrameException e) {
        if (e.endsLink()) {
            ended = true;
            in.skipBytes(in.readableBytes());
        }
        context.fireExceptionCaught(e);
        if (e.endsLink()) {
            var _ = context.close(); // who wants to know when it is closed asks the channel
        }
    }
}
