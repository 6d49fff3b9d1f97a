package io.ergo.network.edf;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

/** What a component of a record holds as a slice or an array. */
sealed interface ItemsCodec extends Codec permits ListCodec, SetCodec {

    Sequence sequence();

    /** Whether nil becomes null; else it becomes an empty one. */
    boolean nullable();

    /** What is taken for writing. */
    Class<?> taken();

    /** The same with null. */
    ItemsCodec withNull();

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
        if (taken().isInstance(value)) {
            sequence().write(out, (Collection<?>) value);
        } else if (value == null && nullable()) {
            Sequence.writeNil(out);
        } else {
            throw wrongValue(value);
        }
    }
}
