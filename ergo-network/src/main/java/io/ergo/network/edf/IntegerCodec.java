package io.ergo.network.edf;

import org.jspecify.annotations.Nullable;

/**
 * A Java integer as an integer on the wire that is not wider. Of equal width the bits are taken as they are, so a {@code long} holds a uint64; a
 * wider Java type holds the number, and numbers that do not fit are refused.
 */
final class IntegerCodec extends Codec {

    private final Scalar type;
    private final int javaBytes;
    private final boolean unsigned;
    private final long least;
    private final long most;

    private IntegerCodec(Scalar type, int javaBytes) {
        super(type.leastBytes());
        this.type = type;
        this.javaBytes = javaBytes;
        int bits = type.leastBytes() * Byte.SIZE;
        boolean wider = javaBytes > type.leastBytes();
        this.unsigned = type.isUnsigned() && wider;
        this.least = !wider ? Long.MIN_VALUE : unsigned ? 0 : -1L << (bits - 1);
        this.most = !wider ? Long.MAX_VALUE : unsigned ? (1L << bits) - 1 : (1L << (bits - 1)) - 1;
    }

    /** Returns the codec, null if the class is no integer. */
    static @Nullable IntegerCodec find(Class<?> java, @Nullable Scalar wanted) {
        IntegerCodec natural = natural(java);
        if (natural == null || wanted == null || !wanted.isInteger()) {
            return natural;
        }
        if (wanted.leastBytes() > natural.javaBytes) {
            throw new IllegalArgumentException(java.getSimpleName() + " cannot hold every " + wanted);
        }
        return new IntegerCodec(wanted, natural.javaBytes);
    }

    private static @Nullable IntegerCodec natural(Class<?> java) {
        if (java == byte.class || java == Byte.class) {
            return new IntegerCodec(Scalar.INT8, Byte.BYTES);
        }
        if (java == short.class || java == Short.class) {
            return new IntegerCodec(Scalar.INT16, Short.BYTES);
        }
        if (java == int.class || java == Integer.class) {
            return new IntegerCodec(Scalar.INT32, Integer.BYTES);
        }
        return java == long.class || java == Long.class ? new IntegerCodec(Scalar.INT, Long.BYTES) : null;
    }

    @Override
    Scalar type() {
        return type;
    }

    @Override
    void write(EdfWriter out, @Nullable Object value) {
        if (!(value instanceof Number number)) {
            throw wrongValue(value);
        }
        long given = number.longValue();
        if (given < least || given > most) {
            throw EdfException.encoding("the number " + given + " does not fit in " + type);
        }
        switch (type.leastBytes()) {
            case Byte.BYTES -> out.putByte((int) given);
            case Short.BYTES -> out.putShort((int) given);
            case Integer.BYTES -> out.putInt((int) given);
            default -> out.putLong(given);
        }
    }

    @Override
    Object read(EdfReader in) {
        long value = switch (type.leastBytes()) {
            case Byte.BYTES -> in.getByte();
            case Short.BYTES -> in.getShort();
            case Integer.BYTES -> in.getInt();
            default -> in.getLong();
        };
        long number = unsigned ? value & most : value;
        return switch (javaBytes) {
            case Byte.BYTES -> (byte) number;
            case Short.BYTES -> (short) number;
            case Integer.BYTES -> (int) number;
            default -> number;
        };
    }
}
