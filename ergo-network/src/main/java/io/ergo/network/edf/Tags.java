package io.ergo.network.edf;

import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/** The bytes in front of values. */
final class Tags {

    static final byte FOLDED = (byte) 0x82;
    static final byte REGISTERED = (byte) 0x83;
    static final byte STRING = (byte) 0x8d;
    static final byte SLICE = (byte) 0x9d;
    static final byte ARRAY = (byte) 0x9e;
    static final byte MAP = (byte) 0x9f;
    static final byte NIL = (byte) 0xff;

    private static final @Nullable Scalar[] SCALARS = new Scalar[256];

    static {
        for (Scalar scalar : Scalar.values()) {
            SCALARS[scalar.tag() & 0xff] = scalar;
        }
    }

    private Tags() {}

    static @Nullable Scalar scalar(byte tag) {
        return SCALARS[tag & 0xff];
    }

    static String hex(byte tag) {
        return HexFormat.of().toHexDigits(tag);
    }
}
