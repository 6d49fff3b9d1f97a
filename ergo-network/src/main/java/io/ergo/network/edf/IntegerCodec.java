package io.ergo.network.edf;

import org.jspecify.annotations.Nullable;

/**
 * Integers. Of equal width the bits are taken as they are, so a {@code long} holds a uint64; a wider Java type holds the number, and numbers
 * that do not fit are refused.
 *
 * @param type on the wire
 * @param leastBytes of the type
 * @param javaBytes of the class
 * @param unsigned whether the class is wider and the type unsigned
 * @param least the smallest number that fits
 * @param most the greatest
 */
record IntegerCodec(Scalar type, int leastBytes, int javaBytes, boolean unsigned, long least,
        long most) implements FixedCodec {

    /** Returns the codec, null if the class is no integer. */
    static @Nullable IntegerCodec find(Class<?> java, @Nullable Scalar wanted) {
        Scalar natural = natural(java);
        if (natural == null || wanted == null || !wanted.isInteger()) {
            return natural == null ? null : of(natural, natural.leastBytes());
        }
        if (wanted.leastBytes() > natural.leastBytes()) {
            throw new IllegalArgumentException(java.getSimpleName() + " cannot hold every " + wanted);
        }
        return of(wanted, natural.leastBytes());
    }

    private static @Nullable Scalar natural(Class<?> java) {
        if (java == byte.class || java == Byte.class) {
            return Scalar.INT8;
        }
        if (java == short.class || java == Short.class) {
            return Scalar.INT16;
        }
        if (java == int.class || java == Integer.class) {
            return Scalar.INT32;
        }
        return java == long.class || java == Long.class ? Scalar.INT : null;
    }

    private static IntegerCodec of(Scalar type, int javaBytes) {
        int bits = type.leastBytes() * Byte.SIZE;
        boolean wider = javaBytes > type.leastBytes();
        boolean unsigned = type.isUnsigned() && wider;
        long least = !wider ? Long.MIN_VALUE : unsigned ? 0 : -1L << (bits - 1);
        long most = !wider ? Long.MAX_VALUE : unsigned ? (1L << bits) - 1 : (1L << (bits - 1)) - 1;
        return new IntegerCodec(type, type.leastBytes(), javaBytes, unsigned, least, most);
    }

    @Override
    public void check(long bits) {
        if (bits < least || bits > most) {
            throw EdfException.encoding("the number " + bits + " does not fit in " + type);
        }
    }

    @Override
    public void put(byte[] array, int at, long bits) {
        switch (leastBytes) {
            case Byte.BYTES -> array[at] = (byte) bits;
            case Short.BYTES -> Bytes.putShort(array, at, (int) bits);
            case Integer.BYTES -> Bytes.putInt(array, at, (int) bits);
            default -> Bytes.putLong(array, at, bits);
        }
    }

    @Override
    public long get(byte[] array, int at) {
        long value = switch (leastBytes) {
            case Byte.BYTES -> array[at];
            case Short.BYTES -> Bytes.getShort(array, at);
            case Integer.BYTES -> Bytes.getInt(array, at);
            default -> Bytes.getLong(array, at);
        };
        return unsigned ? value & most : value;
    }

    @Override
    public long unbox(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            throw wrongValue(value);
        }
        return number.longValue();
    }

    @Override
    public Object box(long bits) {
        return switch (javaBytes) {
            case Byte.BYTES -> (byte) bits;
            case Short.BYTES -> (short) bits;
            case Integer.BYTES -> (int) bits;
            default -> bits;
        };
    }
}
