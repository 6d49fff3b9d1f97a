package io.ergo.network.enp;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

/** Names in frames: a length of one byte, not 0, and UTF-8, or the id in a cache. */
final class NameBytes {

    private static final int MOST_BYTES = 255;
    private static final int MOST_ID = 0xffff;

    private NameBytes() {}

    static String read(ByteBuf in) {
        int length = in.readUnsignedByte();
        int at = in.readerIndex();
        if (length == 0) {
            throw FrameException.ofFrame("the name is empty", at);
        }
        if (length > in.readableBytes()) {
            throw FrameException.ofFrame("the name has " + length + " bytes, " + in.readableBytes() + " are left", at);
        }
        if (!ByteBufUtil.isText(in, at, length, StandardCharsets.UTF_8)) {
            throw FrameException.ofFrame("the name is not UTF-8", at);
        }
        return in.readCharSequence(length, StandardCharsets.UTF_8).toString();
    }

    static void write(String name, ByteBuf out) {
        int length = ByteBufUtil.utf8Bytes(name);
        if (length == 0 || length > MOST_BYTES) {
            throw FrameException.ofFrame("the name has " + length + " bytes but must have 1 to " + MOST_BYTES, -1);
        }
        if (hasHalfPair(name)) {
            throw FrameException.ofFrame("the name has half a surrogate pair and cannot be written as UTF-8", -1);
        }
        out.writeByte(length);
        ByteBufUtil.writeUtf8(out, name);
    }

    /** Netty would write a question mark, which is another name. */
    private static boolean hasHalfPair(String name) {
        for (int i = 0; i < name.length(); i++) {
            int point = name.codePointAt(i);
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                return true;
            }
            i += Character.charCount(point) - 1;
        }
        return false;
    }

    static void writeId(int id, ByteBuf out) {
        if (id < 0 || id > MOST_ID) {
            throw FrameException.ofFrame("the cache id is " + id + " but must be 0 to " + MOST_ID, -1);
        }
        out.writeShort(id);
    }
}
