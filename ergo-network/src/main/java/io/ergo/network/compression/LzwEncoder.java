package io.ergo.network.compression;

import java.nio.ByteBuffer;
import java.util.Arrays;

import io.netty.buffer.ByteBuf;

/**
 * Writes codes of growing width, lowest bits first. The strings that have a code are in a hash table with open addresses: an entry is the code of the
 * string without its last byte, that byte, and the code.
 */
final class LzwEncoder {

    private static final int TABLE_BITS = 14;
    private static final int GOLDEN = 0x9e3779b9;

    private final ByteBuf out;
    private final int[] table = new int[1 << TABLE_BITS];
    private int lastAssigned = Lzw.END;
    private int width = Lzw.FIRST_WIDTH;
    private int bits;
    private int bitCount;

    LzwEncoder(ByteBuf out) {
        this.out = out;
    }

    void encode(ByteBuf in) {
        put(Lzw.CLEAR);
        if (in.isReadable()) {
            int code = in.readUnsignedByte();
            for (ByteBuffer part : in.nioBuffers()) {
                code = extend(code, part);
            }
            put(code);
            assign();
        }
        put(Lzw.END);
        if (bitCount > 0) {
            out.writeByte(bits);
        }
    }

    private int extend(int first, ByteBuffer part) {
        int code = first;
        while (part.hasRemaining()) {
            code = extend(code, Byte.toUnsignedInt(part.get()));
        }
        return code;
    }

    /** Returns the code of the string with one more byte; if it has none, the string ends here and the byte begins the next. */
    private int extend(int code, int next) {
        int key = (code << Byte.SIZE) | next;
        int slot = slot(key);
        if (table[slot] != 0) {
            return table[slot] & (Lzw.CODES - 1);
        }
        put(code);
        if (assign()) {
            table[slot] = (key << Lzw.LAST_WIDTH) | lastAssigned;
        }
        return next;
    }

    private int slot(int key) {
        int slot = (key * GOLDEN) >>> (Integer.SIZE - TABLE_BITS);
        while (table[slot] != 0 && table[slot] >>> Lzw.LAST_WIDTH != key) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    /** Takes the next code. The very last one is not used: it is time to start over, false. */
    private boolean assign() {
        lastAssigned++;
        if (lastAssigned == 1 << width) {
            width++;
        }
        if (lastAssigned < Lzw.CODES - 1) {
            return true;
        }
        put(Lzw.CLEAR);
        Arrays.fill(table, 0);
        lastAssigned = Lzw.END;
        width = Lzw.FIRST_WIDTH;
        return false;
    }

    private void put(int code) {
        bits |= code << bitCount;
        bitCount += width;
        while (bitCount >= Byte.SIZE) {
            out.writeByte(bits);
            bits >>>= Byte.SIZE;
            bitCount -= Byte.SIZE;
        }
    }
}
