package io.ergo.network.edf;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The atoms a reader met lately, by their bytes: names of nodes and processes come again and again, and then cost no string. Its size is fixed, so
 * that a peer cannot make it grow; an atom takes the place of another.
 */
final class AtomTable {

    private static final int SIZE = 64;

    private final byte[] @Nullable [] bytes = new byte[SIZE][];
    private final @Nullable String[] texts = new String[SIZE];

    /** Returns the text, null if the bytes are not UTF-8. */
    @Nullable String get(byte[] array, int from, int length) {
        int place = Bytes.hash(array, from, length) & SIZE - 1;
        byte[] known = bytes[place];
        if (known != null && Arrays.equals(known, 0, known.length, array, from, from + length)) {
            return texts[place];
        }
        String text = Utf8.get(array, from, length);
        if (text != null) {
            bytes[place] = Arrays.copyOfRange(array, from, from + length);
            texts[place] = text;
        }
        return text;
    }
}
