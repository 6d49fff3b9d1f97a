package io.ergo.network.compression;

import io.netty.buffer.ByteBuf;

/**
 * Reads codes of growing width, lowest bits first. A new code stands for the string before and the byte that follows it, and these stand
 * together in what was unpacked so far; so a code is a place there and a length, and no table of strings is kept.
 */
final class LzwDecoder {

    private final ByteBuf in;
    private final Unpacked out;
    private final int[] begins = new int[Lzw.CODES];
    private final int[] lengths = new int[Lzw.CODES];
    private int next = Lzw.FIRST_FREE;
    private int width = Lzw.FIRST_WIDTH;
    private int stringBegin;
    /** Of the string before; 0 if there is none since the last clear. */
    private int stringLength;
    private int bits;
    private int bitCount;

    LzwDecoder(ByteBuf in, Unpacked out) {
        this.in = in;
        this.out = out;
    }

    void decode() {
        int code = code();
        while (code != Lzw.END) {
            if (code == Lzw.CLEAR) {
                startOver();
            } else {
                assign();
                unpack(code);
            }
            code = code();
        }
    }

    private void startOver() {
        next = Lzw.FIRST_FREE;
        width = Lzw.FIRST_WIDTH;
        stringLength = 0;
    }

    /** Gives the next code to the string before with the byte that the current code begins with, which is not yet there. */
    private void assign() {
        if (stringLength == 0 || next == Lzw.CODES) {
            return;
        }
        begins[next] = stringBegin;
        lengths[next] = stringLength + 1;
        next++;
        if (next == 1 << width && width < Lzw.LAST_WIDTH) {
            width++;
        }
    }

    private void unpack(int code) {
        stringBegin = out.size();
        if (code < Lzw.CLEAR) {
            out.put(code);
        } else if (code < next) {
            out.repeat(begins[code], lengths[code]);
        } else {
            throw new CompressionException("the code " + code + " was not assigned", in.readerIndex());
        }
        stringLength = out.size() - stringBegin;
    }

    private int code() {
        while (bitCount < width) {
            if (!in.isReadable()) {
                throw new CompressionException("the codes end without the end code", in.readerIndex());
            }
            bits |= in.readUnsignedByte() << bitCount;
            bitCount += Byte.SIZE;
        }
        int code = bits & ((1 << width) - 1);
        bits >>>= width;
        bitCount -= width;
        return code;
    }
}
