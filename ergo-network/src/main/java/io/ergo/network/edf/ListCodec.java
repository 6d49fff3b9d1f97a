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
record ListCodec(Sequence sequence, boolean nullable) implements ItemsCodec {

    @Override
    public ListCodec withNull() {
        return new ListCodec(sequence, true);
    }

    @Override
    public boolean takes(Object value) {
        return value instanceof Collection<?>;
    }

    @Override
    public void writeItems(EdfWriter out, Object items) {
        sequence.write(out, (Collection<?>) items);
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
