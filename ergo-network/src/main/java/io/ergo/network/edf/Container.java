package io.ergo.network.edf;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What of Java holds the items of a slice, array or map; made unmodifiable, in the order of the wire. */
sealed interface Container {

    /** Returns the container for a class, null if it is none. */
    static @Nullable Container of(Class<?> type) {
        if (type.isArray()) {
            return new OfArray(type.componentType());
        }
        if (type == Set.class) {
            return new OfSet();
        }
        if (type == Map.class) {
            return new OfMap();
        }
        return type == List.class || type == Collection.class ? new OfList() : null;
    }

    /** Tells whether it is one. */
    boolean holds(Object value);

    /** Returns the list or map to write. */
    Object open(Object value);

    /** Returns what goes into the record. */
    Object close(Object read);

    /** A list; for {@code Collection} any collection is sent. */
    record OfList() implements Container {

        @Override
        public boolean holds(Object value) {
            return value instanceof Collection<?>;
        }

        @Override
        public Object open(Object value) {
            return value instanceof List<?> list ? list : new ArrayList<>((Collection<?>) value);
        }

        @Override
        public Object close(Object read) {
            return Collections.unmodifiableList(new ArrayList<>((List<?>) read));
        }
    }

    /** A set. */
    record OfSet() implements Container {

        @Override
        public boolean holds(Object value) {
            return value instanceof Set<?>;
        }

        @Override
        public Object open(Object value) {
            return new ArrayList<>((Set<?>) value);
        }

        @Override
        public Object close(Object read) {
            return Collections.unmodifiableSet(new LinkedHashSet<>((List<?>) read));
        }
    }

    /** A map. */
    record OfMap() implements Container {

        @Override
        public boolean holds(Object value) {
            return value instanceof Map<?, ?>;
        }

        @Override
        public Object open(Object value) {
            return value;
        }

        @Override
        public Object close(Object read) {
            return Collections.unmodifiableMap(new LinkedHashMap<>((Map<?, ?>) read));
        }
    }

    /**
     * An array.
     *
     * @param item class of its items, also a primitive one
     */
    record OfArray(Class<?> item) implements Container {

        @Override
        public boolean holds(Object value) {
            return value.getClass().isArray() && item.isAssignableFrom(value.getClass().componentType());
        }

        @Override
        public Object open(Object value) {
            List<@Nullable Object> items = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                items.add(Array.get(value, i));
            }
            return items;
        }

        @Override
        public Object close(Object read) {
            List<?> items = (List<?>) read;
            Object array = Array.newInstance(item, items.size());
            for (int i = 0; i < items.size(); i++) {
                Array.set(array, i, items.get(i));
            }
            return array;
        }
    }
}
