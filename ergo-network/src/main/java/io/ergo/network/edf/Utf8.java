package io.ergo.network.edf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Text to bytes without an allocation, and back without guessing. */
final class Utf8 {

    private static final int TWO_BYTES = 0x80;
    private static final int THREE_BYTES = 0x800;

    private static final char REPLACEMENT = '\ufffd';

    private Utf8() {}

    /** Writes at most three bytes for each char and returns where it ended. A surrogate without its half is refused. */
    static int put(String text, byte[] array, int begin) {
        int chars = text.length();
        int all = 0;
        for (int i = 0; i < chars; i++) { // without a way out, which would make each round wait for the one before
            char c = text.charAt(i);
            array[begin + i] = (byte) c;
            all |= c;
        }
        return all < TWO_BYTES ? begin + chars : putAny(text, array, begin);
    }

    /** Returns how many bytes the text takes. */
    static int length(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < TWO_BYTES ? 1 : c < THREE_BYTES || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }

    private static int putAny(String text, byte[] array, int begin) {
        int chars = text.length();
        int at = begin;
        for (int i = 0; i < chars; i++) {
            char c = text.charAt(i);
            if (c < TWO_BYTES) {
                array[at++] = (byte) c;
            } else if (c < THREE_BYTES) {
                array[at++] = (byte) (0xc0 | c >> 6);
                array[at++] = (byte) (0x80 | (c & 0x3f));
            } else if (!Character.isSurrogate(c)) {
                array[at++] = (byte) (0xe0 | c >> 12);
                array[at++] = (byte) (0x80 | (c >> 6 & 0x3f));
                array[at++] = (byte) (0x80 | (c & 0x3f));
            } else {
                at = putPair(text, i++, array, at);
            }
        }
        return at;
    }

    private static int putPair(String text, int i, byte[] array, int at) {
        char high = text.charAt(i);
        if (!Character.isHighSurrogate(high) || i + 1 == text.length()
                || !Character.isLowSurrogate(text.charAt(i + 1))) {
            throw EdfException
                    .encoding("the text has half a surrogate pair at char " + i + " and cannot be written as UTF-8");
        }
        int point = Character.toCodePoint(high, text.charAt(i + 1));
        array[at] = (byte) (0xf0 | point >> 18);
        array[at + 1] = (byte) (0x80 | (point >> 12 & 0x3f));
        array[at + 2] = (byte) (0x80 | (point >> 6 & 0x3f));
        array[at + 3] = (byte) (0x80 | (point & 0x3f));
        return at + 4;
    }

    /** Returns the text, null if the bytes are not UTF-8. */
    static @Nullable String get(byte[] array, int from, int length) {
        String text = new String(array, from, length, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 || isOf(text, array, from, length) ? text : null;
    }

    /** A char that stands for wrong bytes can also have been sent: then it is among the bytes. Not by a decoder, whose exception costs 4 KiB. */
    private static boolean isOf(String text, byte[] array, int from, int length) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(bytes, 0, bytes.length, array, from, from + length);
    }
}
