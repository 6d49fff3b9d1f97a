package io.ergo.network.edf;

import java.util.Map;

import io.ergo.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What the other side announced: the meaning of the ids in what it sends, and the inverse of its atom mapping. All ids are kept, also those of
 * names that are not known here; only a value that uses one is an error.
 *
 * @param atoms atoms by id
 * @param types names of types by id
 * @param errors errors by id
 * @param mapping atoms that are replaced after the look-up
 */
public record DecodeTables(Map<Integer, String> atoms, Map<Integer, String> types, Map<Integer, Reason> errors,
        Map<String, String> mapping) {

    private static final DecodeTables NONE = new DecodeTables(Map.of(), Map.of(), Map.of(), Map.of());

    /** Copies. */
    public DecodeTables {
        atoms = Map.copyOf(atoms);
        types = Map.copyOf(types);
        errors = Map.copyOf(errors);
        mapping = Map.copyOf(mapping);
    }

    /** Returns the tables of a peer that announced none. */
    public static DecodeTables none() {
        return NONE;
    }

    String mapped(String atom) {
        if (mapping.isEmpty()) {
            return atom;
        }
        String mapped = mapping.get(atom);
        return mapped == null ? atom : mapped;
    }

    @Nullable String type(int id) {
        return types.get(id);
    }
}
