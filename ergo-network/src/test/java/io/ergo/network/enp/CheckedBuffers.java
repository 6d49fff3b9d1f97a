package io.ergo.network.enp;

import java.util.stream.Stream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;

import static org.assertj.core.api.Assertions.assertThat;

/** Buffers of an allocator that knows at any time how much was not given back; no waiting for a collector as with Netty's leak detector. */
public final class CheckedBuffers {

    private static final int PAGE = 8192;
    private static final int CHUNK_ORDER = 9;

    /** Where the bytes are. */
    public enum Kind {

        /** Outside the heap, if nothing else is asked for. */
        DIRECT,
        /** In the heap, so that the thread's own count of allocated bytes has all of them. */
        HEAP,
        /** Outside the heap, in pieces of larger parts that are used again; without caches of threads, which would look like leaks. */
        POOLED
    }

    private final ByteBufAllocator allocator;

    /** Creates one. */
    public CheckedBuffers(Kind kind) {
        allocator = switch (kind) {
            case DIRECT -> new UnpooledByteBufAllocator(true);
            case HEAP -> new UnpooledByteBufAllocator(false);
            case POOLED -> new PooledByteBufAllocator(true, 1, 1, PAGE, CHUNK_ORDER, 0, 0, false);
        };
    }

    /** Creates one outside the heap. */
    public CheckedBuffers() {
        this(Kind.DIRECT);
    }

    /** Returns what they come from. */
    public ByteBufAllocator allocator() {
        return allocator;
    }

    /** Returns a buffer with the bytes. */
    public ByteBuf of(byte[] bytes) {
        return allocator.buffer(bytes.length).writeBytes(bytes);
    }

    /** Returns the bytes and releases the buffer. */
    public static byte[] take(ByteBuf buffer) {
        byte[] bytes = ByteBufUtil.getBytes(buffer);
        buffer.release();
        return bytes;
    }

    /** Fails if a buffer was not released. */
    public void checkNothingIsLeft() {
        switch (allocator) {
            case UnpooledByteBufAllocator unpooled -> {
                assertThat(unpooled.metric().usedHeapMemory()).isZero();
                assertThat(unpooled.metric().usedDirectMemory()).isZero();
            }
            case PooledByteBufAllocator pooled -> assertThat(
                    Stream.concat(pooled.metric().heapArenas().stream(), pooled.metric().directArenas().stream()))
                    .allMatch(arena -> arena.numActiveAllocations() == 0);
            default -> throw new AssertionError(allocator);
        }
    }
}
