package io.ergo.network.compression;

import io.netty.buffer.AbstractByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/** Gives buffers of another allocator, none of which can grow. */
final class TightAllocator extends AbstractByteBufAllocator {

    private final ByteBufAllocator allocator;

    TightAllocator(ByteBufAllocator allocator) {
        this.allocator = allocator;
    }

    @Override
    protected ByteBuf newHeapBuffer(int capacity, int most) {
        return allocator.heapBuffer(capacity, capacity);
    }

    @Override
    protected ByteBuf newDirectBuffer(int capacity, int most) {
        return allocator.directBuffer(capacity, capacity);
    }

    @Override
    public boolean isDirectBufferPooled() {
        return allocator.isDirectBufferPooled();
    }
}
