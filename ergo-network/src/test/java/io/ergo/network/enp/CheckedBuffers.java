package io.ergo.network.enp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.UnpooledByteBufAllocator;

import static org.assertj.core.api.Assertions.assertThat;

/** Buffers of an allocator that knows at any time how much was not given back; no waiting for a collector as with Netty's leak detector. */
final class CheckedBuffers {

    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(true);

    ByteBufAllocator allocator() {
        return allocator;
    }

    ByteBuf of(byte[] bytes) {
        return allocator.buffer(bytes.length).writeBytes(bytes);
    }

    /** Returns the bytes and releases the buffer. */
    static byte[] take(ByteBuf buffer) {
        byte[] bytes = ByteBufUtil.getBytes(buffer);
        buffer.release();
        return bytes;
    }

    void checkNothingIsLeft() {
        assertThat(allocator.metric().usedHeapMemory()).isZero();
        assertThat(allocator.metric().usedDirectMemory()).isZero();
    }
}
