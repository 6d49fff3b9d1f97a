package io.ergo.network.edf;

import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.RandomAccess;

import org.jspecify.annotations.Nullable;

/**
 * The items of a slice or an array, whatever holds them in Java.
 *
 * @param type of them all
 * @param item of each
 * @param mark what stands in front of the count; an array has neither
 */
record Sequence(WireType type, Codec item, byte mark) {

    static Sequence slice(Codec item, byte mark) {
        return new Sequence(new WireType.Slice(item.type()), item, mark);
    }

    static Sequence array(WireType.Array type, Codec item) {
        return new Sequence(type, item, Tags.ARRAY);
    }

    boolean isArray() {
        return type instanceof WireType.Array;
    }

    int leastBytes() {
        return type instanceof WireType.Array array
                ? (int) Math.min(Integer.MAX_VALUE, (long) array.length() * item.leastBytes())
                : 1;
    }

    // ---- writing

    /** Begins a level of so many items. */
    void begin(EdfWriter out, int count) {
        if (type instanceof WireType.Array array) {
            if (count != array.length()) {
                throw EdfException.encoding(count + " items cannot be written as " + type);
            }
            out.enter();
        } else {
            out.enter();
            out.putCount(mark, count);
        }
    }

    void write(EdfWriter out, Collection<?> items) {
        int count = items.size();
        begin(out, count);
        int written;
        try {
            written = items instanceof List<?> list && items instanceof RandomAccess ? writeByIndex(out, list, count)
                    : writeOneByOne(out, items);
        } catch (IndexOutOfBoundsException | ConcurrentModificationException e) {
            throw changed();
        }
        if (written != count) {
            throw changed();
        }
        out.leave();
    }

    private static EdfException changed() {
        return EdfException.encoding("the items changed while they were written");
    }

    private int writeByIndex(EdfWriter out, List<?> list, int count) {
        for (int i = 0; i < count; i++) {
            item.write(out, list.get(i));
        }
        return count;
    }

    private int writeOneByOne(EdfWriter out, Collection<?> items) {
        int written = 0;
        for (Object each : items) {
            item.write(out, each);
            written++;
        }
        return written;
    }

    // ---- reading

    /** Reads the count and begins a level; of nil, which is −1, no level begins. */
    int begin(EdfReader in) {
        int count;
        if (type instanceof WireType.Array array) {
            count = array.length();
            in.checkCount(count, item.leastBytes(), Math.max(0, count - 1)); // the first one's first byte is the array's
        } else {
            count = in.getCount(mark, item.leastBytes());
            if (count < 0) {
                return count;
            }
        }
        in.enter();
        return count;
    }

    /** Reads the items, null for nil. */
    @Nullable Object @Nullable [] read(EdfReader in) {
        int count = begin(in);
        if (count < 0) {
            return null;
        }
        @Nullable Object[] items = new Object[count];
        for (int i = 0; i < count; i++) {
            items[i] = item.read(in);
        }
        in.leave();
        return items;
    }
}
