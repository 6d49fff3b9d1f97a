package io.ergo.network.edf;

import java.util.AbstractList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A slice or array with the type of its items: what a list becomes where the type stands in front of the value. Immutable. Equal to any list with
 * equal items; the type counts on the wire alone. A plain {@code List} is sent as {@code []any}.
 */
public final class EdfList extends AbstractList<@Nullable Object> {

    private final WireType type;
    private final @Nullable List<? extends @Nullable Object> items;

    private EdfList(WireType type, @Nullable List<? extends @Nullable Object> items) {
        this.type = type;
        this.items = items;
    }

    /** Returns a slice of these items as they are now. */
    public static EdfList slice(WireType item, List<? extends @Nullable Object> items) {
        return new EdfList(new WireType.Slice(item), copy(items));
    }

    /** Returns the nil slice, which is another one than the empty. */
    public static EdfList nil(WireType item) {
        return new EdfList(new WireType.Slice(item), null);
    }

    /** Returns an array of these items as they are now. */
    public static EdfList array(WireType item, List<? extends @Nullable Object> items) {
        List<? extends @Nullable Object> copy = copy(items);
        return new EdfList(new WireType.Array(copy.size(), item), copy);
    }

    private static List<? extends @Nullable Object> copy(List<? extends @Nullable Object> items) {
        return items instanceof FixedList ? items : FixedList.of(items.toArray());
    }

    static EdfList of(WireType type, @Nullable List<? extends @Nullable Object> items) {
        return new EdfList(type, items);
    }

    /** Returns the type, a slice or an array. */
    public WireType type() {
        return type;
    }

    /** Returns whether this is the nil slice. */
    public boolean isNil() {
        return items == null;
    }

    @Override
    public @Nullable Object get(int index) {
        return items().get(index);
    }

    @Override
    public int size() {
        return items == null ? 0 : items.size();
    }

    private List<? extends @Nullable Object> items() {
        return items == null ? Collections.emptyList() : items;
    }

    @Nullable List<? extends @Nullable Object> itemsOrNull() {
        return items;
    }
}
