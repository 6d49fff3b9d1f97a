package io.ergo.fuzz;

import java.util.Optional;

import io.ergo.network.enp.Frame;
import io.ergo.network.enp.FrameDecoder;
import io.ergo.network.enp.FrameException;
import io.ergo.network.enp.FrameLimits;
import io.ergo.network.enp.MessageZ;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;

/**
 * Bytes of a link. Each frame can be written, and is then read and written in the same way again; what is compressed is unpacked. The decoder of a link,
 * which gets the bytes in pieces, finds as many frames. No buffer is left.
 */
final class FrameTarget extends Target {

    private static final int MOST_UNPACKED = 256 * 1024;
    private static final int PIECE = 7;

    private final FrameLimits limits = FrameLimits.defaults().withUnpacked(MOST_UNPACKED);
    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false, true);

    FrameTarget() {
        super(new Bounds(MOST_UNPACKED));
    }

    @Override
    void take(byte[] input) {
        int frames = inOnePiece(input);
        int byLink = inPieces(input);
        if (byLink != frames) {
            throw new Finding(frames + " frames were read, " + byLink + " by the decoder of a link");
        }
    }

    private int inOnePiece(byte[] input) {
        ByteBuf in = Unpooled.wrappedBuffer(input);
        int frames = 0;
        int begin = -1;
        while (in.isReadable() && in.readerIndex() != begin) {
            begin = in.readerIndex();
            Optional<Frame> frame = bounds().hold(in.readableBytes(), () -> Frame.read(in, limits));
            if (frame.isPresent()) {
                frames++;
                inspect(frame.get());
            }
        }
        if (in.refCnt() != 1 || allocator.metric().usedHeapMemory() != 0) {
            throw new Finding("a buffer was not released");
        }
        return frames;
    }

    private void inspect(Frame frame) {
        byte[] once = bytes(frame.retain());
        Frame again = Frame.read(Unpooled.wrappedBuffer(once), limits);
        if (!again.equals(frame)) {
            throw new Finding(frame + " was written and came back as " + again);
        }
        again.release();
        if (frame instanceof MessageZ packed) {
            bounds().hold(once.length, () -> packed.unpack(limits, allocator)).ifPresent(Frame::release);
        } else {
            frame.release();
        }
    }

    private byte[] bytes(Frame frame) {
        ByteBuf out = frame.encode(allocator);
        try {
            return ByteBufUtil.getBytes(out);
        } finally {
            out.release();
        }
    }

    private int inPieces(byte[] input) {
        return bounds().hold(input.length, () -> new Link().feed(input)).orElseThrow();
    }

    /** A decoder of a link, which gets its bytes in pieces. */
    private final class Link {

        private final EmbeddedChannel channel = new EmbeddedChannel(new FrameDecoder(limits));

        /** Returns how many frames come out. */
        private int feed(byte[] input) {
            int frames = 0;
            for (int at = 0; at < input.length && channel.isOpen(); at += PIECE) {
                feed(Unpooled.copiedBuffer(input, at, Math.min(PIECE, input.length - at)));
                for (Frame frame = channel.readInbound(); frame != null; frame = channel.readInbound()) {
                    frame.release();
                    frames++;
                }
            }
            channel.finishAndReleaseAll();
            return frames;
        }

        private void feed(ByteBuf piece) {
            try {
                channel.writeInbound(piece);
            } catch (FrameException e) {
                if (e.getMessage().isBlank()) {
                    throw new Finding("a frame was refused without a reason");
                }
            }
        }
    }
}
