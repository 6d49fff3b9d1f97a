package io.ergo.network.edf;

import org.jspecify.annotations.Nullable;

/**
 * Numbers and truth values. They have a size that does not depend on the value and are moved as bits, so that several of them can share one check of
 * the bounds and none has to be boxed.
 */
sealed interface FixedCodec extends Codec permits IntegerCodec, BooleanCodec, FloatCodec, DoubleCodec {

    /** Returns the codec of a primitive type or its box, null if the class is neither. */
    static @Nullable FixedCodec find(Class<?> java, @Nullable Scalar wanted) {
        if (java == boolean.class || java == Boolean.class) {
            return new BooleanCodec();
        }
        if (java == float.class || java == Float.class) {
            return new FloatCodec();
        }
        return java == double.class || java == Double.class ? new DoubleCodec() : IntegerCodec.find(java, wanted);
    }

    /** Refuses what does not fit. */
    void check(long bits);

    /** Writes {@link #leastBytes()} bytes, for which the caller made room. */
    void put(byte[] array, int at, long bits);

    /** Reads as many, which the caller took. */
    long get(byte[] array, int at);

    /** Returns the bits of the value, the sign extended. */
    long unbox(@Nullable Object value);

    Object box(long bits);

    @Override
    default void write(EdfWriter out, @Nullable Object value) {
        long bits = unbox(value);
        check(bits);
        int at = out.reserve(leastBytes()); // may replace the array
        put(out.array(), at, bits);
    }

    @Override
    default Object read(EdfReader in) {
        int at = in.take(leastBytes());
        return box(get(in.array(), at));
    }
}
