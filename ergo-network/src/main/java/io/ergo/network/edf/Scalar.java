package io.ergo.network.edf;

import java.util.Locale;

/** The built-in types, with the byte that announces each. */
public enum Scalar implements WireType {
    /** True or false. */
    BOOL(0x91, 1),
    /** Eight bits, signed. */
    INT8(0x92, 1),
    /** Sixteen bits, signed. */
    INT16(0x93, 2),
    /** Thirty-two bits, signed. */
    INT32(0x94, 4),
    /** Sixty-four bits, signed; another type than {@link #INT}. */
    INT64(0x95, 8),
    /** Go's plain integer, sixty-four bits, signed. */
    INT(0x96, 8),
    /** Eight bits, unsigned. */
    UINT8(0x97, 1),
    /** Sixteen bits, unsigned. */
    UINT16(0x98, 2),
    /** Thirty-two bits, unsigned. */
    UINT32(0x99, 4),
    /** Sixty-four bits, unsigned; another type than {@link #UINT}. */
    UINT64(0x9a, 8),
    /** Go's plain unsigned integer, sixty-four bits. */
    UINT(0x9b, 8),
    /** IEEE 754, four bytes. */
    FLOAT32(0x8f, 4),
    /** IEEE 754, eight bytes. */
    FLOAT64(0x90, 8),
    /** Up to 65,535 bytes of text, of which Go reads 65,533. */
    STRING(0x8d, 2),
    /** A name of up to 255 bytes. */
    ATOM(0x8c, 2),
    /** Bytes. */
    BINARY(0x8e, 4),
    /** A moment with an offset from UTC. */
    TIME(0xaf, 16),
    /** An error, or nil. */
    ERROR(0x9c, 2),
    /** The identity of a process. */
    PID(0xaa, 18),
    /** A registered name of a process. */
    PROCESSID(0xab, 4),
    /** An alias of a process. */
    ALIAS(0xac, 34),
    /** The name of an event. */
    EVENT(0xad, 4),
    /** A reference. */
    REF(0xae, 34),
    /** A value of any type, with its type in front of it, or nil. */
    ANY(0x84, 1);

    private final byte tag;
    private final int leastBytes;

    Scalar(int tag, int leastBytes) {
        this.tag = (byte) tag;
        this.leastBytes = leastBytes;
    }

    boolean isInteger() {
        return compareTo(INT8) >= 0 && compareTo(UINT) <= 0;
    }

    boolean isNumber() {
        return isInteger() || this == FLOAT32 || this == FLOAT64;
    }

    boolean isUnsigned() {
        return compareTo(UINT8) >= 0 && compareTo(UINT) <= 0;
    }

    byte tag() {
        return tag;
    }

    /** The shortest body. */
    int leastBytes() {
        return leastBytes;
    }

    /** Returns the name in type expressions. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
