package io.ergo.network.compression;

import io.ergo.Compression;
import io.netty.buffer.ByteBuf;

/** The LZW of GIF with eight bits, as Go writes it. Has no levels. Bytes behind the end code are ignored, as Go does. */
final class Lzw extends Compressor {

    /** Starts over, with the codes below it known. */
    static final int CLEAR = 256;
    static final int END = 257;
    static final int FIRST_FREE = 258;
    static final int FIRST_WIDTH = 9;
    static final int LAST_WIDTH = 12;
    static final int CODES = 1 << LAST_WIDTH;

    Lzw() {
        super(100, CODES); // the longest string has fewer bytes than there are codes, and no code is shorter than a byte
    }

    @Override
    void pack(ByteBuf in, Compression.Level level, ByteBuf out) {
        new LzwEncoder(out).encode(in);
    }

    @Override
    void unpack(ByteBuf in, Unpacked out) {
        new LzwDecoder(in, out).decode();
    }
}
