package io.ergo.network.edf;

import org.jspecify.annotations.Nullable;

/** What a component of a record holds as a slice or an array. */
sealed interface ItemsCodec extends Codec permits ListCodec, SetCodec, ArrayCodec, NumbersCodec {

    Sequence sequence();

    /** Whether nil becomes null; else it becomes an empty one. */
    boolean nullable();

    /** The same with null. */
    ItemsCodec withNull();

    /** Tells whether the value can be written. */
    boolean takes(Object value);

    /** Writes what is taken. */
    void writeItems(EdfWriter out, Object items);

    @Override
    default int leastBytes() {
        return sequence().leastBytes();
    }

    @Override
    default WireType type() {
        return sequence().type();
    }

    @Override
    default Codec orNull() {
        return sequence().isArray() ? Codec.super.orNull() : withNull();
    }

    @Override
    default void write(EdfWriter out, @Nullable Object value) {
        if (value != null && takes(value)) {
            writeItems(out, value);
        } else if (value == null && nullable()) {
            out.putNil();
        } else {
            throw wrongValue(value);
        }
    }
}
