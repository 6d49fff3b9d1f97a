package io.ergo;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The checksum by which printed identifiers name their node: a reflected CRC-32 with the constant {@code 0xD5828281}, initial register
 * and final complement of all ones. It is neither the IEEE nor the Castagnoli polynomial, so no class of the JDK computes it.
 */
final class NodeCrc {

    private static final int POLYNOMIAL = 0xD5828281;
    private static final int[] TABLE = table();
    private static final HexFormat UPPER = HexFormat.of().withUpperCase();

    private NodeCrc() {}

    /** Returns eight upper-case hex digits; the empty string for the empty name. */
    static String of(String name) {
        if (name.isEmpty()) {
            return "";
        }
        int crc = 0xFFFFFFFF;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            crc = (crc >>> 8) ^ TABLE[(crc ^ b) & 0xFF];
        }
        return UPPER.toHexDigits(~crc);
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int c = i;
            for (int bit = 0; bit < 8; bit++) {
                c = (c & 1) == 0 ? c >>> 1 : (c >>> 1) ^ POLYNOMIAL;
            }
            table[i] = c;
        }
        return table;
    }
}
