package io.ergo.network.edf;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A map with the types of its keys and values: what a map becomes where the type stands in front of the value. Immutable. Equal to any map with
 * equal entries; the types count on the wire alone. A plain {@code Map} is sent as {@code map[any]any}.
 */
public final class EdfMap extends AbstractMap<@Nullable Object, @Nullable Object> {

    private final WireType.Mapping type;
    private final @Nullable Map<@Nullable Object, @Nullable Object> entries;

    private EdfMap(WireType.Mapping type, @Nullable Map<@Nullable Object, @Nullable Object> entries) {
        this.type = type;
        this.entries = entries;
    }

    /** Returns a map of these entries as they are now, in their order. */
    public static EdfMap of(WireType key, WireType value, Map<?, ?> entries) {
        return new EdfMap(new WireType.Mapping(key, value), FixedMap.copyOf(entries));
    }

    /** Returns the nil map, which is another one than the empty. */
    public static EdfMap nil(WireType key, WireType value) {
        return new EdfMap(new WireType.Mapping(key, value), null);
    }

    static EdfMap of(WireType.Mapping type, @Nullable Map<@Nullable Object, @Nullable Object> entries) {
        return new EdfMap(type, entries);
    }

    /** Returns the type. */
    public WireType.Mapping type() {
        return type;
    }

    /** Returns whether this is the nil map. */
    public boolean isNil() {
        return entries == null;
    }

    @Override
    public Set<Entry<@Nullable Object, @Nullable Object>> entrySet() {
        if (entries == null) {
            return Collections.emptySet();
        }
        return unmodifiable(entries).entrySet();
    }

    @SuppressWarnings("NullAway") // the library's signature loses the null annotations
    private static Map<@Nullable Object, @Nullable Object> unmodifiable(
            Map<@Nullable Object, @Nullable Object> entries) {
        return Collections.unmodifiableMap(entries);
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return (entries == null || key == null) ? super.get(key) : entries.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return (entries == null || key == null) ? super.containsKey(key) : entries.containsKey(key);
    }

    @Override
    public int hashCode() {
        return entries == null ? 0 : entries.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return entries == null ? super.equals(other) : other == this || entries.equals(other);
    }

    @Nullable Map<@Nullable Object, @Nullable Object> entriesOrNull() {
        return entries;
    }
}
