package io.ergo.interop.vectors.enp;

import java.util.Locale;

import io.ergo.Compression;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.network.compression.Compressor;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;

/** The compressors, with arrays. */
final class Compressions {

    private static final int LIMIT = 64 << 20;

    private Compressions() {}

    /** Returns what the number on the wire is called. */
    static String name(int id) {
        for (Compression.Type type : Compression.Type.values()) {
            if (Compressor.of(type).id() == id) {
                return type.name().toLowerCase(Locale.ROOT);
            }
        }
        throw new Mismatch("the compression " + id + " is not known");
    }

    /** Whether the same bytes always become the same, whoever compresses them. */
    static boolean isExact(int id) {
        return Compressor.of(Compression.Type.LZW).id() == id;
    }

    static byte[] compress(int id, byte[] bytes, Compression.Level level) {
        return take(Compressor.ofId(id).compress(Unpooled.wrappedBuffer(bytes), level,
                UnpooledByteBufAllocator.DEFAULT));
    }

    static byte[] decompress(int id, byte[] bytes, long length) {
        return take(Compressor.ofId(id).decompress(Unpooled.wrappedBuffer(bytes), length, LIMIT,
                UnpooledByteBufAllocator.DEFAULT));
    }

    static byte[] take(ByteBuf buffer) {
        try {
            return ByteBufUtil.getBytes(buffer);
        } finally {
            buffer.release();
        }
    }
}
