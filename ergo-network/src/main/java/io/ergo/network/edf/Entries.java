package io.ergo.network.edf;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The entries of a map, whatever holds them in Java.
 *
 * @param type of the map
 * @param key of the keys
 * @param value of the values
 * @param mark what stands in front of the count
 */
record Entries(WireType.Mapping type, Codec key, Codec value, byte mark) {

    /**
     * The maps of {@link Map#of} walk with an object for each entry. A method of its own for each of their classes lets the JIT see all of the walk, and
     * make none of these objects.
     */
    private static final Class<?> MANY = Map.of(1, 1, 2, 2).getClass();
    private static final Class<?> ONE = Map.of(1, 1).getClass();

    private static final String NO_KEY = "a value cannot be the key of a map: " + KnownTypes.KEYS;

    static Entries of(Codec key, Codec value, byte mark) {
        return new Entries(new WireType.Mapping(key.type(), value.type()), key, value, mark);
    }

    void write(EdfWriter out, Map<?, ?> map) {
        out.enter();
        int count = map.size();
        out.putCount(mark, count);
        Class<?> kind = map.getClass();
        if (kind == FixedMap.class) {
            writeFixed(out, (FixedMap) map);
        } else if (kind == MANY) {
            writeMany(out, map);
        } else if (kind == ONE) {
            writeOne(out, map);
        } else {
            out.entryWriter().write(map, count, this);
        }
        out.leave();
    }

    private void writeFixed(EdfWriter out, FixedMap map) {
        int count = map.size();
        for (int i = 0; i < count; i++) {
            write(out, map.key(i), map.value(i));
        }
    }

    private void writeMany(EdfWriter out, Map<?, ?> map) {
        for (Map.Entry<?, ?> each : map.entrySet()) {
            write(out, each.getKey(), each.getValue());
        }
    }

    private void writeOne(EdfWriter out, Map<?, ?> map) {
        Map.Entry<?, ?> only = map.entrySet().iterator().next();
        write(out, only.getKey(), only.getValue());
    }

    /** Writes an entry. */
    void write(EdfWriter out, @Nullable Object k, @Nullable Object v) {
        if (key.type() == Scalar.ANY && !out.registry().known().canBeKey(k)) {
            throw EdfException.encoding(NO_KEY);
        }
        key.write(out, k);
        value.write(out, v);
    }

    /** Reads a map in the order of the wire, null for nil. Of equal keys the last one counts. */
    @Nullable Map<@Nullable Object, @Nullable Object> read(EdfReader in) {
        int count = in.getCount(mark, Codec.sum(key.leastBytes(), value.leastBytes()));
        if (count < 0) {
            return null;
        }
        in.enter();
        Map<@Nullable Object, @Nullable Object> map = count <= FixedMap.MOST ? readFew(in, count) : readMany(in, count);
        in.leave();
        return map;
    }

    private Map<@Nullable Object, @Nullable Object> readFew(EdfReader in, int count) {
        @Nullable Object[] entries = new Object[2 * count];
        boolean simple = HashLoad.isSimple(key);
        int end = 0;
        for (int i = 0; i < count; i++) {
            Object k = simple ? key.read(in) : readCounted(in, end / 2);
            int at = indexOf(in, k, entries, end);
            if (at < 0) {
                at = end;
                end += 2;
                entries[at] = k;
            }
            entries[at + 1] = value.read(in);
        }
        return FixedMap.of(end == entries.length ? entries : Arrays.copyOf(entries, end));
    }

    /** Reads a key that is compared with so many others. */
    private @Nullable Object readCounted(EdfReader in, int others) {
        long before = in.budget().effort();
        Object k = checked(in, key.read(in));
        in.budget().work(others, in.budget().effort() - before);
        return k;
    }

    private @Nullable Object checked(EdfReader in, @Nullable Object k) {
        if (key.type() == Scalar.ANY && !in.registry().known().canBeKey(k)) {
            throw in.fail(NO_KEY);
        }
        return k;
    }

    private static int indexOf(EdfReader in, @Nullable Object k, @Nullable Object[] entries, int end) {
        try {
            return FixedMap.indexOf(k, entries, end);
        } catch (RuntimeException e) {
            throw in.incomparable(e);
        }
    }

    @SuppressWarnings("NullAway") // the library's signature loses the null annotations
    private Map<@Nullable Object, @Nullable Object> readMany(EdfReader in, int count) {
        Map<@Nullable Object, @Nullable Object> entries = LinkedHashMap.newLinkedHashMap(count);
        HashLoad load = HashLoad.of(count, key);
        for (int i = 0; i < count; i++) {
            Object k = checked(in, HashLoad.read(in, key, load));
            put(in, entries, k, value.read(in));
        }
        return Collections.unmodifiableMap(entries);
    }

    private static void put(EdfReader in, Map<@Nullable Object, @Nullable Object> entries, @Nullable Object k,
            @Nullable Object v) {
        try {
            entries.put(k, v);
        } catch (RuntimeException e) {
            throw in.incomparable(e);
        }
    }
}
