package io.ergo.network.edf;

import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the body of values of one type, without what announces the type. Immutable; any thread. All codecs are records: of these (and of
 * hidden classes) the JIT takes final fields for constants, so from a generated codec it sees through to the last item.
 */
interface Codec {

    /** How many bytes a body has at least. */
    int leastBytes();

    WireType type();

    void write(EdfWriter out, @Nullable Object value);

    @Nullable Object read(EdfReader in);

    /** Returns the codec that takes null as well: as the nil of its type if there is one, else as a nil {@code any}. */
    default Codec orNull() {
        return new TaggedCodec(this, true);
    }

    /** Returns the error for a value of another type. */
    default EdfException wrongValue(@Nullable Object value) {
        return EdfException.wrongValue(value, type());
    }

    /** Adds numbers of bytes. */
    static int sum(int a, int b) {
        return (int) Math.min(Integer.MAX_VALUE, (long) a + b);
    }
}
