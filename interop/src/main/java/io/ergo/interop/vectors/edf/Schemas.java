package io.ergo.interop.vectors.edf;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.ergo.interop.vectors.check.Cases;
import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.network.edf.Schema;
import tools.jackson.databind.JsonNode;

/** The registered types of a file, each behind those it refers to. */
public final class Schemas {

    private static final String SECTION = "schemas";

    private final Map<String, Schema> ordered = new LinkedHashMap<>();

    /**
     * Reads those of a file. One that is wrong is a failed case and left out.
     *
     * @param known types that both sides have anyway; the file's own of the same name come before them
     */
    public static Schemas read(Entry root, Collection<Schema> known, Cases all) {
        Cases cases = all.of(SECTION);
        Map<String, Schema> found = new LinkedHashMap<>();
        for (JsonNode node : root.has(SECTION) ? root.items(SECTION) : List.<JsonNode>of()) {
            try {
                add(found, SchemaReader.read(new Entry(node)));
            } catch (Mismatch wrong) {
                cases.fail(node.path("name").asString("(without a name)"), String.valueOf(wrong.getMessage()));
            }
        }
        known.forEach(each -> found.putIfAbsent(each.name(), each));
        return ordered(found, cases);
    }

    private static void add(Map<String, Schema> found, Schema schema) {
        if (found.putIfAbsent(schema.name(), schema) != null) {
            throw new Mismatch("there are two schemas of this name");
        }
    }

    private static Schemas ordered(Map<String, Schema> found, Cases cases) {
        Schemas schemas = new Schemas();
        for (Schema schema : found.values()) {
            try {
                schemas.place(schema, found, new LinkedHashSet<>());
            } catch (Mismatch e) {
                cases.fail(schema.name(), String.valueOf(e.getMessage()));
            }
        }
        return schemas;
    }

    private void place(Schema schema, Map<String, Schema> found, Set<String> above) {
        if (ordered.containsKey(schema.name())) {
            return;
        }
        if (!above.add(schema.name())) {
            throw new Mismatch("the type contains itself other than by an any: " + String.join(" → ", above));
        }
        for (String name : schema.references()) {
            Schema part = found.get(name);
            if (part == null) {
                throw new Mismatch("it refers to the type " + name + ", which the file does not describe");
            }
            place(part, found, above);
        }
        above.remove(schema.name());
        ordered.put(schema.name(), schema);
    }

    /** Returns all, each behind those it refers to. */
    public Collection<Schema> all() {
        return ordered.values();
    }

    /** Returns the one of that name. */
    public Optional<Schema> find(String name) {
        return Optional.ofNullable(ordered.get(name));
    }

    /** Returns the one of that name, which has to be there. */
    public Schema get(String name) {
        return find(name).orElseThrow(() -> new Mismatch("the type " + name + " is not among the schemas"));
    }
}
