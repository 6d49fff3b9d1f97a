package io.ergo.network.edf;

import java.util.HashMap;
import java.util.Map;

import io.ergo.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What the other side announced: the meaning of the ids in what it sends, and the inverse of its atom mapping. All ids are kept, also those of
 * names that are not known here; only a value that uses one is an error. Immutable; any thread.
 */
public final class DecodeTables {

    private static final DecodeTables NONE = new DecodeTables(Map.of(), Map.of(), Map.of(), Map.of());

    private final Map<Integer, String> atoms;
    private final Map<Integer, String> types;
    private final Map<Integer, Reason> errors;
    private final Map<String, String> mapping;

    private final IdTable<String> atomTable;
    private final IdTable<String> typeTable;
    private final IdTable<Reason> errorTable;

    /**
     * Copies.
     *
     * @param atoms atoms by id
     * @param types names of types by id
     * @param errors errors by id
     * @param mapping atoms that are replaced after the look-up
     */
    public DecodeTables(Map<Integer, String> atoms, Map<Integer, String> types, Map<Integer, Reason> errors,
            Map<String, String> mapping) {
        this.atoms = Map.copyOf(atoms);
        this.types = Map.copyOf(types);
        this.errors = Map.copyOf(errors);
        this.mapping = Map.copyOf(mapping);
        this.atomTable = new IdTable<>(this.atoms);
        this.typeTable = new IdTable<>(this.types);
        this.errorTable = new IdTable<>(this.errors);
    }

    /** Returns the tables of a peer that announced none. */
    public static DecodeTables none() {
        return NONE;
    }

    /**
     * Returns these with more in them. An id that is there gets the new meaning.
     *
     * @throws IllegalArgumentException if an id to be added is none of its table: atoms 256 to 65535, types 4096 to 65535, errors 32768 to 65534
     */
    public DecodeTables with(DecodeTables more) {
        CacheIds.ATOM.checkKeys(more.atoms);
        CacheIds.TYPE.checkKeys(more.types);
        CacheIds.ERROR.checkKeys(more.errors);
        return new DecodeTables(merged(atoms, more.atoms), merged(types, more.types), merged(errors, more.errors),
                merged(mapping, more.mapping));
    }

    private static <K, V> Map<K, V> merged(Map<K, V> present, Map<K, V> more) {
        Map<K, V> all = new HashMap<>(present);
        all.putAll(more);
        return all;
    }

    /**
     * Returns these for a side that replaces atoms when it encodes: what it gets was replaced in the same way, and is replaced back.
     *
     * @param encoding atoms that this side replaces, and by what
     * @throws IllegalArgumentException if two atoms are replaced by one
     */
    public DecodeTables mappedBack(Map<String, String> encoding) {
        Map<String, String> back = new HashMap<>();
        encoding.forEach((atom, by) -> {
            String other = back.putIfAbsent(by, atom);
            if (other != null) {
                throw new IllegalArgumentException(
                        "the atoms '" + atom + "' and '" + other + "' are both mapped to '" + by
                                + "', so nothing tells them apart when they come back");
            }
        });
        return new DecodeTables(atoms, types, errors, back);
    }

    /** Returns the atoms by id. */
    public Map<Integer, String> atoms() {
        return atoms;
    }

    /** Returns the names of types by id. */
    public Map<Integer, String> types() {
        return types;
    }

    /** Returns the errors by id. */
    public Map<Integer, Reason> errors() {
        return errors;
    }

    /** Returns the atoms that are replaced after the look-up. */
    public Map<String, String> mapping() {
        return mapping;
    }

    String mapped(String atom) {
        if (mapping.isEmpty()) {
            return atom;
        }
        String mapped = mapping.get(atom);
        return mapped == null ? atom : mapped;
    }

    @Nullable String atom(int id) {
        return atomTable.get(id);
    }

    @Nullable String type(int id) {
        return typeTable.get(id);
    }

    @Nullable Reason error(int id) {
        return errorTable.get(id);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DecodeTables that && atoms.equals(that.atoms) && types.equals(that.types)
                && errors.equals(that.errors) && mapping.equals(that.mapping);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * atoms.hashCode() + types.hashCode()) + errors.hashCode();
    }
}
