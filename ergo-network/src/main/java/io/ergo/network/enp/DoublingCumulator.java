package io.ergo.network.enp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.ByteToMessageDecoder.Cumulator;

/**
 * Collects the pieces of a frame as Netty does, in a buffer whose size doubles. Netty's grows in steps of 4 MiB and is copied at each, so that a large
 * frame costs the square of its size.
 */
final class DoublingCumulator implements Cumulator {

    private final int limit;

    /**
     * Creates one.
     *
     * @param limit bytes up to which is doubled: no frame is longer
     */
    DoublingCumulator(int limit) {
        this.limit = limit;
    }

    @Override
    public ByteBuf cumulate(ByteBufAllocator allocator, ByteBuf kept, ByteBuf in) {
        if (!kept.isReadable() || in.readableBytes() <= kept.writableBytes()) {
            return ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(allocator, kept, in);
        }
        try {
            return grown(allocator, kept, in);
        } finally {
            in.release();
        }
    }

    private ByteBuf grown(ByteBufAllocator allocator, ByteBuf kept, ByteBuf in) {
        int needed = Math.addExact(kept.readableBytes(), in.readableBytes());
        ByteBuf all = allocator.buffer((int) Math.max(needed, Math.min(2L * needed, limit)));
        all.writeBytes(kept).writeBytes(in);
        kept.release();
        return all;
    }
}
