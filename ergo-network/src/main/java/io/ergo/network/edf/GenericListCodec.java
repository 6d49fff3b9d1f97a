package io.ergo.network.edf;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

/**
 * Slices and arrays as {@link EdfList}; takes any collection, and for a slice null for nil.
 *
 * @param sequence the items
 */
record GenericListCodec(Sequence sequence) implements Codec {

    @Override
    public int leastBytes() {
        return sequence.leastBytes();
    }

    @Override
    public WireType type() {
        return sequence.type();
    }

    @Override
    public void write(EdfWriter out, @Nullable Object value) {
        Object items = value instanceof EdfList list ? list.itemsOrNull() : value;
        if (items == null && !sequence.isArray()) {
            out.putNil();
        } else if (items instanceof Collection<?> list) {
            sequence.write(out, list);
        } else {
            throw wrongValue(value);
        }
    }

    @Override
    public EdfList read(EdfReader in) {
        @Nullable Object[] items = sequence.read(in);
        return EdfList.of(type(), items == null ? null : FixedList.of(items));
    }
}
