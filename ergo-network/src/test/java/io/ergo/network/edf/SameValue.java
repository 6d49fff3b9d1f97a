package io.ergo.network.edf;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Whether two generic values are the same on the wire: types of lists and maps, nil or empty, and the bytes of binaries included. */
public final class SameValue {

    private SameValue() {}

    /** Compares. */
    public static boolean of(@Nullable Object a, @Nullable Object b) {
        return switch (a) {
            case byte[] bytes -> b instanceof byte[] others && Arrays.equals(bytes, others);
            case EdfValue.Struct struct -> b instanceof EdfValue.Struct other && struct.name().equals(other.name())
                    && lists(struct.fields(), other.fields());
            case EdfValue.Named named -> b instanceof EdfValue.Named other && named.name().equals(other.name())
                    && of(plain(named.value()), plain(other.value()));
            case EdfList list -> b instanceof EdfList other && list.type().equals(other.type())
                    && list.isNil() == other.isNil() && lists(list, other);
            case EdfMap map -> b instanceof EdfMap other && map.type().equals(other.type())
                    && map.isNil() == other.isNil() && maps(map, other);
            case List<?> list -> b instanceof List<?> other && lists(list, other);
            case Map<?, ?> map -> b instanceof Map<?, ?> other && maps(map, other);
            case null, default -> Objects.equals(a, b);
        };
    }

    /** What a named type holds has no type of its own. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case EdfList list -> Arrays.asList(list.toArray());
            case EdfMap map -> new java.util.LinkedHashMap<>(map);
            case null, default -> value;
        };
    }

    private static boolean lists(List<?> a, List<?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!of(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Both in the order of the wire. */
    private static boolean maps(Map<?, ?> a, Map<?, ?> b) {
        Iterator<? extends Map.Entry<?, ?>> others = b.entrySet().iterator();
        for (Map.Entry<?, ?> entry : a.entrySet()) {
            if (!others.hasNext()) {
                return false;
            }
            Map.Entry<?, ?> other = others.next();
            if (!of(entry.getKey(), other.getKey()) || !of(entry.getValue(), other.getValue())) {
                return false;
            }
        }
        return !others.hasNext();
    }
}
