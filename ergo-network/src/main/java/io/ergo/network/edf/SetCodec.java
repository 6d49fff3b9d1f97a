package io.ergo.network.edf;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Sets, which are immutable when read and in the order of the wire.
 *
 * @param sequence the items
 * @param nullable whether nil becomes null; else it becomes an empty one
 */
record SetCodec(Sequence sequence, boolean nullable) implements ItemsCodec {

    @Override
    public SetCodec withNull() {
        return new SetCodec(sequence, true);
    }

    @Override
    public boolean takes(Object value) {
        return value instanceof Set<?>;
    }

    @Override
    public void writeItems(EdfWriter out, Object items) {
        sequence.write(out, (Set<?>) items);
    }

    @Override
    public @Nullable Object read(EdfReader in) {
        int count = sequence.begin(in);
        if (count < 0) {
            return nullable ? null : Set.of();
        }
        Set<@Nullable Object> items = LinkedHashSet.newLinkedHashSet(count);
        HashLoad load = HashLoad.of(count, sequence.item());
        for (int i = 0; i < count; i++) {
            add(in, items, HashLoad.read(in, sequence.item(), load));
        }
        in.leave();
        return unmodifiable(items);
    }

    private static void add(EdfReader in, Set<@Nullable Object> items, @Nullable Object item) {
        try {
            items.add(item);
        } catch (RuntimeException e) {
            throw in.incomparable(e);
        }
    }

    @SuppressWarnings("NullAway") // the library's signature loses the null annotations
    private static Set<@Nullable Object> unmodifiable(Set<@Nullable Object> items) {
        return Collections.unmodifiableSet(items);
    }
}
