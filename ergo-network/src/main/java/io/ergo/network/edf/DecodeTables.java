package io.ergo.network.edf;

import java.util.Collections;
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

    private final IdTable<String> atoms;
    private final IdTable<String> types;
    private final IdTable<Reason> errors;
    private final Map<String, String> mapping;

    /**
     * Copies.
     *
     * @param atoms atoms by id
     * @param types names of types by id
     * @param errors errors by id
     * @param mapping atoms that are replaced after the look-up
     * @throws IllegalArgumentException if an id does not fit into two bytes
     */
    public DecodeTables(Map<Integer, String> atoms, Map<Integer, String> types, Map<Integer, Reason> errors,
            Map<String, String> mapping) {
        this(IdTable.<String>empty().with(atoms), IdTable.<String>empty().with(types),
                IdTable.<Reason>empty().with(errors), with(Map.of(), mapping));
    }

    private DecodeTables(IdTable<String> atoms, IdTable<String> types, IdTable<Reason> errors,
            Map<String, String> mapping) {
        this.atoms = atoms;
        this.types = types;
        this.errors = errors;
        this.mapping = mapping;
    }

    /** The atoms come from peers, so not {@code Map.copyOf}: its maps are slow where hashes collide. */
    private static Map<String, String> with(Map<String, String> present, Map<String, String> more) {
        if (more.isEmpty()) {
            return present;
        }
        Map<String, String> all = new HashMap<>(present);
        all.putAll(more);
        return Collections.unmodifiableMap(all);
    }

    /** Returns the tables of a peer that announced none. */
    public static DecodeTables none() {
        return NONE;
    }

    /**
     * Returns these with more in them. An id that is there gets the new meaning. The atoms were read with these tables, so they are replaced already,
     * which is undone: it happens again when the id is used.
     *
     * @param moreAtoms atoms by id, 256 to 65535
     * @param moreTypes names of types by id, 4096 to 65535
     * @param moreErrors errors by id, 32768 to 65534
     * @param moreMapping atoms that are replaced after the look-up
     * @throws IllegalArgumentException if an id is none of its table
     */
    public DecodeTables with(Map<Integer, String> moreAtoms, Map<Integer, String> moreTypes,
            Map<Integer, Reason> moreErrors, Map<String, String> moreMapping) {
        CacheIds.ATOM.checkKeys(moreAtoms);
        CacheIds.TYPE.checkKeys(moreTypes);
        CacheIds.ERROR.checkKeys(moreErrors);
        Map<String, String> before = new HashMap<>();
        mapping.forEach((atom, by) -> before.put(by, atom));
        Map<Integer, String> sentAtoms = new HashMap<>();
        moreAtoms.forEach((id, atom) -> sentAtoms.put(id, before.getOrDefault(atom, atom)));
        Map<String, String> sentMapping = new HashMap<>();
        moreMapping.forEach(
                (atom, by) -> sentMapping.put(before.getOrDefault(atom, atom), before.getOrDefault(by, by)));
        return new DecodeTables(atoms.with(sentAtoms), types.with(moreTypes), errors.with(moreErrors),
                with(mapping, sentMapping));
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
        return new DecodeTables(atoms, types, errors, Collections.unmodifiableMap(back));
    }

    /** Returns the atoms by id, in the order of their ids. */
    public Map<Integer, String> atoms() {
        return atoms.asMap();
    }

    /** Returns the names of types by id, in the order of their ids. */
    public Map<Integer, String> types() {
        return types.asMap();
    }

    /** Returns the errors by id, in the order of their ids. */
    public Map<Integer, Reason> errors() {
        return errors.asMap();
    }

    /** Returns the atoms that are replaced after the look-up. */
    public Map<String, String> mapping() {
        return mapping;
    }

    /** Returns what an atom that came means here: the atom itself unless it is mapped. */
    public String mapped(String atom) {
        return EncodeTables.mapped(atom, mapping);
    }

    /** Returns the atom that was announced with the id, before it is mapped; null if there is none. */
    public @Nullable String atom(int id) {
        return atoms.get(id);
    }

    @Nullable String type(int id) {
        return types.get(id);
    }

    @Nullable Reason error(int id) {
        return errors.get(id);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DecodeTables that && atoms().equals(that.atoms()) && types().equals(that.types())
                && errors().equals(that.errors()) && mapping.equals(that.mapping);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * atoms().hashCode() + types().hashCode()) + errors().hashCode();
    }
}
