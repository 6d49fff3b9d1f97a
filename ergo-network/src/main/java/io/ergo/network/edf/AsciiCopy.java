package io.ergo.network.edf;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Copies texts that are ASCII. {@link String} has two ways out that move many chars at once, into chars and, of each the low half, into bytes. The bytes
 * are right if all chars are ASCII; that is looked up in the chars, four at a time. For one thread.
 */
final class AsciiCopy {

    /** Shorter texts are copied faster char by char. */
    static final int LEAST_CHARS = 32;

    private static final int PART = 512;
    private static final int CHARS_PER_WORD = Long.BYTES / Character.BYTES;
    private static final long NOT_ASCII = 0xff80_ff80_ff80_ff80L;

    private final char[] chars = new char[PART + CHARS_PER_WORD];
    private final MemorySegment words = MemorySegment.ofArray(chars);

    /** Returns whether the text is ASCII. If it is not, some of the bytes that were written are wrong. */
    boolean put(String text, byte[] array, int at) {
        int count = text.length();
        for (int from = 0; from < count; from += PART) {
            if (!put(text, from, Math.min(from + PART, count), array, at + from)) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("deprecation") // to take the low halves is what is wanted
    private boolean put(String text, int from, int end, byte[] array, int at) {
        int count = end - from;
        text.getChars(from, end, chars, 0);
        text.getBytes(from, end, array, at);
        for (int i = 0; i < CHARS_PER_WORD; i++) {
            chars[count + i] = 0; // fills up the last word
        }
        long all = 0;
        for (int i = 0; i < count; i += CHARS_PER_WORD) {
            all |= words.get(ValueLayout.JAVA_LONG_UNALIGNED, (long) i * Character.BYTES);
        }
        return (all & NOT_ASCII) == 0;
    }
}
