package io.ergo.network;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Tables of errors that cost much for their bytes: one byte of text each, and the last one without any, as Go has it and we do not. */
public final class OddErrors {

    private static final String EMPTY = "9f00000000";
    private static final int COUNT_AT = 1;
    private static final int ENTRY = 5;

    private OddErrors() {}

    /** Puts so many errors into the one table of a message that is empty and not nil. */
    public static byte[] fill(byte[] message, int count) {
        int at = HexFormat.of().formatHex(message).indexOf(EMPTY) / 2;
        int behind = at + EMPTY.length() / 2;
        ByteBuffer filled = ByteBuffer.allocate(message.length + ENTRY * count - 1).put(message, 0, at + COUNT_AT)
                .putInt(count);
        for (int id = 0; id < count - 1; id++) {
            filled.putShort((short) id).putShort((short) 1).put((byte) 'x');
        }
        return filled.putShort((short) (count - 1)).putShort((short) 0).put(message, behind, message.length - behind)
                .array();
    }
}
