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
record SetCodec(Sequence sequence, boolean nullable) implements Codec {

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
        return sequence.isArray() ? Codec.super.orNull() : new SetCodec(sequence, true);
    }

    @Override
    public void write(EdfWriter out, @Nullable Object value) {
        if (value instanceof Set<?> items) {
            sequence.write(out, items);
        } else if (value == null && nullable) {
            Sequence.writeNil(out);
        } else {
            throw wrongValue(value);
        }
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
