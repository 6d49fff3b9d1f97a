package io.ergo.network.edf;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * A map of a few entries that was read, in the order of the wire. Immutable. Keys are compared one after the other, which for so few is faster than to
 * hash them, and takes a third of the space.
 */
final class FixedMap extends AbstractMap<@Nullable Object, @Nullable Object> {

    /** So many entries at most. */
    static final int MOST = 8;

    /** A key, its value, the next key. */
    private final @Nullable Object[] entries;

    private FixedMap(@Nullable Object... entries) {
        this.entries = entries;
    }

    /** Returns a map of keys and values in turns, each key once, which the caller does not touch any more. */
    static Map<@Nullable Object, @Nullable Object> of(@Nullable Object... entries) {
        return entries.length == 0 ? Map.of() : new FixedMap(entries);
    }

    /** Returns the entries as they are now, of this class if they are few. */
    static Map<@Nullable Object, @Nullable Object> copyOf(Map<?, ?> map) {
        Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>(map);
        if (copy.size() > MOST) {
            return copy;
        }
        List<@Nullable Object> entries = new ArrayList<>();
        copy.forEach((key, value) -> {
            entries.add(key);
            entries.add(value);
        });
        return of(entries.toArray());
    }

    /** Returns where the key stands among the first {@code end} places, −1 if it does not. */
    static int indexOf(@Nullable Object key, @Nullable Object[] entries, int end) {
        for (int i = 0; i < end; i += 2) {
            if (Objects.equals(key, entries[i])) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int size() {
        return entries.length / 2;
    }

    @Nullable Object key(int i) {
        return entries[2 * i];
    }

    @Nullable Object value(int i) {
        return entries[2 * i + 1];
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        int at = indexOf(key, entries, entries.length);
        return at < 0 ? null : entries[at + 1];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return indexOf(key, entries, entries.length) >= 0;
    }

    /** That of {@link Map}, without an object for each entry: keys may be maps of maps. */
    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < entries.length; i += 2) {
            hash += Objects.hashCode(entries[i]) ^ Objects.hashCode(entries[i + 1]);
        }
        return hash;
    }

    /** That of {@link Map}, also without an object for each entry. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Map<?, ?> map) || map.size() != size()) {
            return false;
        }
        for (int i = 0; i < entries.length; i += 2) {
            Object value = entries[i + 1];
            if (!Objects.equals(value, map.get(entries[i])) || (value == null && !map.containsKey(entries[i]))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void forEach(BiConsumer<? super @Nullable Object, ? super @Nullable Object> action) {
        for (int i = 0; i < size(); i++) {
            action.accept(key(i), value(i));
        }
    }

    @Override
    public Set<Entry<@Nullable Object, @Nullable Object>> entrySet() {
        return new EntrySet();
    }

    private final class EntrySet extends AbstractSet<Entry<@Nullable Object, @Nullable Object>> {

        @Override
        public int size() {
            return FixedMap.this.size();
        }

        @Override
        public Iterator<Entry<@Nullable Object, @Nullable Object>> iterator() {
            return new Iterator<>() {

                private int next;

                @Override
                public boolean hasNext() {
                    return next < size();
                }

                @Override
                public Entry<@Nullable Object, @Nullable Object> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    int i = next++;
                    return new SimpleImmutableEntry<>(key(i), value(i));
                }
            };
        }
    }
}
