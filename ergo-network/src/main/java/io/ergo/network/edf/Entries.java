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

    static Entries of(Codec key, Codec value, byte mark) {
        return new Entries(new WireType.Mapping(key.type(), value.type()), key, value, mark);
    }

    /** Writes what stands for no map. */
    static void writeNil(EdfWriter out) {
        out.putByte(Tags.NIL);
    }

    void write(EdfWriter out, Map<?, ?> map) {
        out.enter();
        out.putCount(mark, map.size());
        Class<?> kind = map.getClass();
        if (kind == FixedMap.class) {
            writeFixed(out, (FixedMap) map);
        } else if (kind == MANY) {
            writeMany(out, map);
        } else if (kind == ONE) {
            writeOne(out, map);
        } else {
            out.entryWriter().write(map, this);
        }
        out.leave();
    }

    private void writeFixed(EdfWriter out, FixedMap map) {
        int count = map.size();
        for (int i = 0; i < count; i++) {
            key.write(out, map.key(i));
            value.write(out, map.value(i));
        }
    }

    private void writeMany(EdfWriter out, Map<?, ?> map) {
        for (Map.Entry<?, ?> each : map.entrySet()) {
            key.write(out, each.getKey());
            value.write(out, each.getValue());
        }
    }

    private void writeOne(EdfWriter out, Map<?, ?> map) {
        Map.Entry<?, ?> only = map.entrySet().iterator().next();
        key.write(out, only.getKey());
        value.write(out, only.getValue());
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
        int end = 0;
        for (int i = 0; i < count; i++) {
            Object k = key.read(in);
            int at = FixedMap.indexOf(k, entries, end);
            if (at < 0) {
                at = end;
                end += 2;
                entries[at] = k;
            }
            entries[at + 1] = value.read(in);
        }
        return FixedMap.of(end == entries.length ? entries : Arrays.copyOf(entries, end));
    }

    @SuppressWarnings("NullAway") // the library's signature loses the null annotations
    private Map<@Nullable Object, @Nullable Object> readMany(EdfReader in, int count) {
        Map<@Nullable Object, @Nullable Object> entries = LinkedHashMap.newLinkedHashMap(count);
        HashLoad load = HashLoad.of(count);
        for (int i = 0; i < count; i++) {
            Object k = key.read(in);
            if (load != null) {
                load.add(in, k);
            }
            entries.put(k, value.read(in));
        }
        return Collections.unmodifiableMap(entries);
    }
}
