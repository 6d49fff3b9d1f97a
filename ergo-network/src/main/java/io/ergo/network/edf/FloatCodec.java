package io.ergo.network.edf;

import org.jspecify.annotations.Nullable;

/** Numbers of IEEE 754 in four bytes. */
record FloatCodec() implements FixedCodec {

    @Override
    public Scalar type() {
        return Scalar.FLOAT32;
    }

    @Override
    public int leastBytes() {
        return Float.BYTES;
    }

    @Override
    public void check(long bits) {}

    @Override
    public void put(byte[] array, int at, long bits) {
        Bytes.putInt(array, at, (int) bits);
    }

    @Override
    public long get(byte[] array, int at) {
        return Bytes.getInt(array, at);
    }

    @Override
    public long unbox(@Nullable Object value) {
        if (!(value instanceof Float number)) {
            throw wrongValue(value);
        }
        return Float.floatToRawIntBits(number);
    }

    @Override
    public Object box(long bits) {
        return Float.intBitsToFloat((int) bits);
    }
}
