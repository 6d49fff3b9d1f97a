package io.ergo.network.edf;

import org.jspecify.annotations.Nullable;

/** Truth values. */
record BooleanCodec() implements FixedCodec {

    @Override
    public Scalar type() {
        return Scalar.BOOL;
    }

    @Override
    public int leastBytes() {
        return Byte.BYTES;
    }

    @Override
    public void check(long bits) {}

    @Override
    public void put(byte[] array, int at, long bits) {
        array[at] = (byte) bits;
    }

    @Override
    public long get(byte[] array, int at) {
        return array[at] == 1 ? 1 : 0;
    }

    @Override
    public long unbox(@Nullable Object value) {
        if (!(value instanceof Boolean truth)) {
            throw wrongValue(value);
        }
        return truth ? 1 : 0;
    }

    @Override
    public Object box(long bits) {
        return bits == 1;
    }
}
