package io.ergo.interop.vectors.edf;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import io.ergo.Reason;
import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.HexText;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EncodeTables;

/**
 * The caches and atom mappings that a case was coded with.
 *
 * @param encode those of the writer
 * @param decode those of the reader, with the same ids
 */
public record Tables(EncodeTables encode, DecodeTables decode) {

    /** Full names and nothing else. */
    public static final Tables NONE = new Tables(EncodeTables.none(), DecodeTables.none());

    /** Returns the option set that the case names. */
    static Tables of(Entry root, Entry each) {
        String name = each.text("options");
        Entry sets = root.entry("option_sets");
        if (!sets.has(name)) {
            throw new Mismatch("there is no option set '" + name + "'");
        }
        return read(sets.entry(name));
    }

    /** Reads an option set. */
    public static Tables read(Entry set) {
        set.only("atom_cache", "reg_cache", "err_cache", "atom_mapping_encode", "atom_mapping_decode");
        Map<Integer, String> atoms = byId(set, "atom_cache");
        Map<Integer, String> types = byId(set, "reg_cache");
        Map<Integer, Reason> errors = new HashMap<>();
        byId(set, "err_cache").forEach((id, text) -> errors.put(id, Reason.of(text)));
        try {
            return new Tables(
                    new EncodeTables(inverse(atoms), inverse(types), inverse(errors), set.texts("atom_mapping_encode")),
                    new DecodeTables(atoms, types, errors, set.texts("atom_mapping_decode")));
        } catch (IllegalArgumentException bad) {
            throw new Mismatch(String.valueOf(bad.getMessage()));
        }
    }

    private static Map<Integer, String> byId(Entry set, String cache) {
        Map<Integer, String> byId = new HashMap<>();
        set.texts(cache).forEach((id, text) -> byId.put(number(cache, id), text));
        return byId;
    }

    private static int number(String cache, String id) {
        try {
            return Integer.parseInt(id);
        } catch (NumberFormatException bad) {
            throw new Mismatch("the id '" + id + "' in " + cache + " is no number");
        }
    }

    private static <T> Map<T, Integer> inverse(Map<Integer, T> byId) {
        Map<T, Integer> ids = new HashMap<>();
        byId.forEach((id, what) -> ids.merge(what, id, Math::min));
        return ids;
    }

    /**
     * Returns a copy that writes those atoms and types in full that stand so in the bytes: a node does that until it has told the other side their
     * ids, which a file has from the whole of a conversation.
     */
    public Tables withoutNamesIn(byte[] bytes) {
        String hex = HexText.of(bytes);
        return new Tables(new EncodeTables(exceptIn(hex, encode.atoms()), exceptIn(hex, encode.types()),
                encode.errors(), encode.mapping()), decode);
    }

    private static Map<String, Integer> exceptIn(String hex, Map<String, Integer> ids) {
        Map<String, Integer> others = new HashMap<>(ids);
        others.keySet().removeIf(name -> standsInFull(name, hex));
        return others;
    }

    /** Returns whether the text stands in the hexadecimal bytes, its length in front. */
    static boolean standsInFull(String text, String hex) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return hex.contains("%04x%s".formatted(bytes.length, HexText.of(bytes)));
    }

    /** Returns a copy that writes these errors as text: another error may have the text of a cached one. */
    Tables withoutErrors(Collection<Reason> errors) {
        Map<Reason, Integer> others = new HashMap<>(encode.errors());
        others.keySet().removeAll(errors);
        return new Tables(new EncodeTables(encode.atoms(), encode.types(), others, encode.mapping()), decode);
    }
}
