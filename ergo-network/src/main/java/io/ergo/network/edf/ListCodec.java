package io.ergo.network.edf;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Lists, which are immutable when read; takes any collection.
 *
 * @param sequence the items
 * @param nullable whether nil becomes null; else it becomes an empty one
 */
record ListCodec(Sequence sequence, boolean nullable) implements Codec {

    @Override
    public int leastBytes() {
        return sequence.leastBytes();
    }

    @Override
    public WireType type() {
        return sequence.type();
    }

    @Override
    public Codec orNull() {
        return sequence.isArray() ? Codec.super.orNull() : new ListCodec(sequence, true);
    }

    @Override
    public void write(EdfWriter out, @Nullable Object value) {
        if (value instanceof Collection<?> items) {
            sequence.write(out, items);
        } else if (value == null && nullable) {
            Sequence.writeNil(out);
        } else {
            throw wrongValue(value);
        }
    }

    @Override
    public @Nullable Object read(EdfReader in) {
        @Nullable Object[] items = sequence.read(in);
        if (items == null) {
            return nullable ? null : List.of();
        }
        return FixedList.of(items);
    }
}
