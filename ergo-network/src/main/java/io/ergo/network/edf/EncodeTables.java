package io.ergo.network.edf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.ergo.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What one side announced that it will use when it encodes: ids in place of atoms, names of types and errors, and the atoms it replaces. Fixed
 * for the life of a connection.
 *
 * @param atoms id of an atom, 256 to 65535
 * @param types id of the name of a type, 4096 to 65535
 * @param errors id of an error, 32768 to 65534
 * @param mapping atoms that are replaced before the id is looked up
 * @param doublePercents whether each {@code %} in the text of an error is written twice, as nodes in Go need it: they take the text for a format
 */
public record EncodeTables(Map<String, Integer> atoms, Map<String, Integer> types, Map<Reason, Integer> errors,
        Map<String, String> mapping, boolean doublePercents) {

    private static final EncodeTables NONE = new EncodeTables(Map.of(), Map.of(), Map.of(), Map.of());

    /** Checks the ids and copies. */
    public EncodeTables {
        CacheIds.ATOM.check(atoms);
        CacheIds.TYPE.check(types);
        CacheIds.ERROR.check(errors);
        atoms = Map.copyOf(atoms);
        types = Map.copyOf(types);
        errors = Map.copyOf(errors);
        mapping = Map.copyOf(mapping);
    }

    /** Makes tables for a peer that takes the texts of errors as they are. */
    public EncodeTables(Map<String, Integer> atoms, Map<String, Integer> types, Map<Reason, Integer> errors,
            Map<String, String> mapping) {
        this(atoms, types, errors, mapping, false);
    }

    /** Returns a copy for a peer in Go, see {@link #doublePercents()}. */
    public EncodeTables withDoublePercents(boolean wanted) {
        return new EncodeTables(atoms, types, errors, mapping, wanted);
    }

    /**
     * Gives ids in the order of the lists, as Go nodes do. What there is no id left for is written in full.
     *
     * @param atoms before they are mapped
     * @param types names of types
     * @param errors errors, found by identity if they are constants of {@link Reason}, else by their text
     * @param mapping atoms that are replaced, and by what
     */
    public static EncodeTables numbered(List<String> atoms, List<String> types, List<Reason> errors,
            Map<String, String> mapping) {
        List<String> mapped = atoms.stream().map(atom -> mapping.getOrDefault(atom, atom)).toList();
        return new EncodeTables(CacheIds.ATOM.number(mapped), CacheIds.TYPE.number(types),
                CacheIds.ERROR.number(errors), mapping);
    }

    /** Returns what the other side knows when these were announced: the mapping is not. */
    public DecodeTables asDecoded() {
        return new DecodeTables(byId(atoms), byId(types), byId(errors), Map.of());
    }

    private static <T> Map<Integer, T> byId(Map<T, Integer> ids) {
        Map<Integer, T> byId = HashMap.newHashMap(ids.size());
        ids.forEach((what, id) -> byId.put(id, what));
        return byId;
    }

    /** Returns the tables of a side that always writes names in full. */
    public static EncodeTables none() {
        return NONE;
    }

    /** Returns what is written in place of the atom: the atom itself unless it is mapped. */
    public String mapped(String atom) {
        return mapped(atom, mapping);
    }

    /** Returns what the mapping has in place of the atom: the atom itself unless it is mapped. */
    static String mapped(String atom, Map<String, String> mapping) {
        if (mapping.isEmpty()) {
            return atom;
        }
        String mapped = mapping.get(atom);
        return mapped == null ? atom : mapped;
    }

    /** Returns the id of an atom after it was mapped, 256 to 65535; null if there is none. */
    public @Nullable Integer atom(String mapped) {
        return atoms.isEmpty() ? null : atoms.get(mapped);
    }

    @Nullable Integer error(Reason reason) {
        return errors.isEmpty() ? null : errors.get(reason);
    }
}
