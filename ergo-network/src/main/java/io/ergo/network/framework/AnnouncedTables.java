package io.ergo.network.framework;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import io.ergo.Reason;
import io.ergo.network.edf.EdfMap;
import io.ergo.network.edf.EdfValue;
import org.jspecify.annotations.Nullable;

/**
 * Tables that a peer announces, from their generic form. Names are any bytes in Go, and errors may have no text. Entries whose name is not UTF-8, or whose
 * error has no text, are left out: then a value that uses the id cannot be read, and nothing else is lost. An id that had a meaning before keeps it; no node
 * is known that gives an id a second one.
 */
public final class AnnouncedTables {

    private AnnouncedTables() {}

    /** Returns the atoms or the names of types by id. */
    public static @Nullable Map<Integer, String> names(@Nullable Object table) {
        return usable(table, AnnouncedTables::id, AnnouncedTables::text);
    }

    /** Returns the errors by id. */
    public static @Nullable Map<Integer, Reason> errors(@Nullable Object table) {
        return usable(table, AnnouncedTables::id, error -> error instanceof Reason reason ? reason : null);
    }

    /**
     * Returns whether all atoms of a mapping that are UTF-8 are replaced by such. One that is not, left out, would let the atom be read as if nothing took its
     * place.
     */
    public static boolean isReplaceable(@Nullable Object table) {
        return !(table instanceof EdfMap map) || map.entrySet().stream()
                .allMatch(each -> text(each.getKey()) == null || text(each.getValue()) != null);
    }

    /** Returns atoms and what they are replaced by. */
    public static @Nullable Map<String, String> mapping(@Nullable Object table) {
        return usable(table, AnnouncedTables::text, AnnouncedTables::text);
    }

    private static <K, V> @Nullable Map<K, V> usable(@Nullable Object table,
            Function<@Nullable Object, @Nullable K> key, Function<@Nullable Object, @Nullable V> value) {
        if (!(table instanceof EdfMap map) || map.isNil()) {
            return null;
        }
        Map<K, V> usable = LinkedHashMap.newLinkedHashMap(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            K from = key.apply(entry.getKey());
            V to = value.apply(entry.getValue());
            if (from != null && to != null) {
                usable.put(from, to);
            }
        }
        return usable;
    }

    private static @Nullable Integer id(@Nullable Object number) {
        return number instanceof EdfValue.UInt16 id ? id.value() : null;
    }

    private static @Nullable String text(@Nullable Object name) {
        return switch (name) {
            case EdfValue.Atom atom -> atom.text();
            case String string -> string;
            case null, default -> null;
        };
    }
}
