package io.ergo.network.enp;

import io.netty.buffer.AbstractByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.CompositeByteBuf;

/** Gives so many buffers of another allocator, and then none. */
public final class FailingAllocator extends AbstractByteBufAllocator {

    private final ByteBufAllocator allocator;
    private int left;

    /** Creates one. */
    public FailingAllocator(ByteBufAllocator allocator, int left) {
        this.allocator = allocator;
        this.left = left;
    }

    private void count() {
        if (--left < 0) {
            throw new OutOfMemoryError("as the test wants");
        }
    }

    @Override
    protected ByteBuf newHeapBuffer(int capacity, int most) {
        count();
        return allocator.heapBuffer(capacity, most);
    }

    @Override
    protected ByteBuf newDirectBuffer(int capacity, int most) {
        count();
        return allocator.directBuffer(capacity, most);
    }

    @Override
    public CompositeByteBuf compositeBuffer(int most) {
        count();
        return allocator.compositeBuffer(most);
    }

    @Override
    public boolean isDirectBufferPooled() {
        return allocator.isDirectBufferPooled();
    }
}
