package io.ergo.network.compression;

import java.nio.ByteBuffer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * Where unpacked bytes go. Grows once: what {@code FIRST_RATIO} allows is there from the begin, the rest when that is full. So all that is ever
 * allocated for one input is bounded by its size and by the announced length, which more steps, each of them a copy, would not keep.
 */
final class Unpacked {

    private static final int FIRST_BYTES = 1024;
    private static final int FIRST_RATIO = 64;

    private final int length;
    private final ByteBuf bytes;

    Unpacked(int length, int compressed, ByteBufAllocator allocator) {
        this.length = length;
        long first = Math.max(FIRST_BYTES, (long) FIRST_RATIO * compressed);
        this.bytes = allocator.heapBuffer((int) Math.min(length, first), length);
    }

    int size() {
        return bytes.writerIndex();
    }

    /** Returns what was written so far. */
    ByteBuffer written() {
        return bytes.nioBuffer(0, size());
    }

    /** Returns room for at least one byte; behind the announced end it is room for the byte that must not come. */
    ByteBuffer room() {
        if (size() == length) {
            return ByteBuffer.allocate(1);
        }
        grow(1);
        return bytes.nioBuffer(size(), bytes.writableBytes());
    }

    /** Returns room for everything that is announced, for those who cannot write in parts. */
    ByteBuffer all() {
        grow(length);
        return bytes.nioBuffer(0, length);
    }

    /** So many bytes were written into the room. */
    void filled(int count) {
        check(count);
        bytes.writerIndex(size() + count);
    }

    void put(int value) {
        reserve(1);
        bytes.writeByte(value);
    }

    /** Repeats what stands at {@code from}; its last byte may be the first that this writes. */
    void repeat(int from, int count) {
        reserve(count);
        bytes.writeBytes(bytes, from, count - 1);
        bytes.writeByte(bytes.getByte(from + count - 1));
    }

    private void reserve(int count) {
        check(count);
        grow(count);
    }

    private void check(int count) {
        if (count > length - size()) {
            throw new CompressionException("more bytes come than the " + length + " that were announced", -1);
        }
    }

    private void grow(int count) {
        if (count > bytes.writableBytes()) {
            bytes.capacity(length);
        }
    }

    ByteBuf finish() {
        if (size() < length) {
            throw new CompressionException(size() + " bytes come in place of the " + length + " that were announced",
                    -1);
        }
        return bytes;
    }

    void release() {
        bytes.release();
    }
}
