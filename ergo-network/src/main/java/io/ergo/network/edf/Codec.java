package io.ergo.network.edf;

import org.jspecify.annotations.Nullable;

/** Writes and reads the body of values of one type, without what announces the type. Immutable; any thread. */
abstract class Codec {

    private final int leastBytes;

    Codec(int leastBytes) {
        this.leastBytes = leastBytes;
    }

    /** How many bytes a body has at least. */
    final int leastBytes() {
        return leastBytes;
    }

    /** Adds such numbers. */
    static int sum(int a, int b) {
        return (int) Math.min(Integer.MAX_VALUE, (long) a + b);
    }

    abstract WireType type();

    /** Returns the codec that takes null as well: as the nil of its type if there is one, else as a nil {@code any}. */
    Codec orNull() {
        return new TaggedCodec(this, true);
    }

    abstract void write(EdfWriter out, @Nullable Object value);

    abstract @Nullable Object read(EdfReader in);

    /** Returns the error for a value of another type. */
    final EdfException wrongValue(@Nullable Object value) {
        String found = value == null ? "null" : "a " + value.getClass().getName();
        return EdfException.encoding(found + " cannot be written as " + type());
    }
}
