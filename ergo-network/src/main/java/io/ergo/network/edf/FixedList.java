package io.ergo.network.edf;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

import org.jspecify.annotations.Nullable;

/** A list that was read. Immutable. */
final class FixedList extends AbstractList<@Nullable Object> implements RandomAccess {

    private final @Nullable Object[] items;

    private FixedList(@Nullable Object... items) {
        this.items = items;
    }

    /** Returns a list of the items, which the caller does not touch any more. */
    static List<@Nullable Object> of(@Nullable Object... items) {
        return items.length == 0 ? List.of() : new FixedList(items);
    }

    @Override
    public @Nullable Object get(int index) {
        return items[index];
    }

    @Override
    public int size() {
        return items.length;
    }

    /** Without iterators, since values that are keys are compared often. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FixedList list ? Arrays.equals(items, list.items) : super.equals(other);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(items);
    }
}
