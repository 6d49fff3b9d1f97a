package io.ergo.network.edf;

import org.jspecify.annotations.Nullable;

/** Numbers of IEEE 754 in eight bytes. */
record DoubleCodec() implements FixedCodec {

    @Override
    public Scalar type() {
        return Scalar.FLOAT64;
    }

    @Override
    public int leastBytes() {
        return Double.BYTES;
    }

    @Override
    public void check(long bits) {}

    @Override
    public void put(byte[] array, int at, long bits) {
        Bytes.putLong(array, at, bits);
    }

    @Override
    public long get(byte[] array, int at) {
        return Bytes.getLong(array, at);
    }

    @Override
    public long unbox(@Nullable Object value) {
        if (!(value instanceof Double number)) {
            throw wrongValue(value);
        }
        return Double.doubleToRawLongBits(number);
    }

    @Override
    public Object box(long bits) {
        return Double.longBitsToDouble(bits);
    }
}
