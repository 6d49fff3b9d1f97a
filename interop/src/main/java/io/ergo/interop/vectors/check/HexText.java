package io.ergo.interop.vectors.check;

import java.util.Arrays;
import java.util.HexFormat;

/** Bytes as vectors write them: in lower case, without separators. */
public final class HexText {

    private static final HexFormat HEX = HexFormat.of();
    private static final int MOST_SHOWN = 96;
    private static final int BEFORE = 8;

    private HexText() {}

    /** Returns all bytes. */
    public static String of(byte[] bytes) {
        return HEX.formatHex(bytes);
    }

    /** Reads bytes. */
    static byte[] parse(String member, String text) {
        try {
            return HEX.parseHex(text);
        } catch (IllegalArgumentException bad) {
            throw new Mismatch("the member '" + member + "' is no hexadecimal text: " + bad.getMessage());
        }
    }

    /** Requires that both are the same bytes. */
    public static void requireEqual(String what, byte[] expected, byte[] actual) {
        int at = Arrays.mismatch(expected, actual);
        if (at >= 0) {
            throw new Mismatch(what + ": the bytes differ from offset " + at + " on", around(expected, at),
                    around(actual, at));
        }
    }

    /** All bytes if they are few, else those around the place. */
    private static String around(byte[] bytes, int at) {
        String length = " (" + bytes.length + " bytes)";
        if (bytes.length <= MOST_SHOWN) {
            return of(bytes) + length;
        }
        int from = Math.max(0, Math.min(at, bytes.length) - BEFORE);
        int to = Math.min(bytes.length, from + MOST_SHOWN);
        return (from > 0 ? "…" : "") + HEX.formatHex(bytes, from, to) + (to < bytes.length ? "…" : "") + length;
    }
}
