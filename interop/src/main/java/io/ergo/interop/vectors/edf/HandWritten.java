package io.ergo.interop.vectors.edf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.Schema;

/** Which of the types of a file have a record here: those of the same wire name and the same layout, down to their parts. */
final class HandWritten {

    private final Map<String, Schema> layouts = new HashMap<>();
    private final Map<String, Consumer<EdfRegistry>> registrations = new HashMap<>();

    /** Looks at all records that are there. */
    HandWritten() {
        EdfRegistry all = new EdfRegistry(EdfLimits.defaults());
        VectorRecords.registrations().forEach(registration -> {
            registration.accept(all);
            all.schemas().stream().filter(schema -> layouts.putIfAbsent(schema.name(), schema) == null)
                    .forEach(schema -> registrations.put(schema.name(), registration));
        });
    }

    /** Returns the names of those types of the file that have a record. */
    Set<String> among(Schemas schemas) {
        Set<String> found = new HashSet<>();
        for (Schema schema : schemas.all()) {
            Schema mine = layouts.get(schema.name());
            if (mine != null && mine.conflictWith(schema).isEmpty()
                    && found.containsAll(schema.references())) {
                found.add(schema.name());
            }
        }
        return found;
    }

    /**
     * Returns the names in groups that can be registered together: a generic record stands for one type at a time, since a value alone does not
     * tell which it is.
     */
    List<Set<String>> groups(Set<String> names) {
        List<Set<String>> groups = new ArrayList<>(List.of(new HashSet<>()));
        Map<String, Integer> instances = new HashMap<>();
        for (String name : names) {
            int bracket = name.indexOf('[');
            int group = bracket < 0 ? 0 : instances.merge(name.substring(0, bracket), 1, Integer::sum) - 1;
            while (groups.size() <= group) {
                groups.add(new HashSet<>());
            }
            groups.get(group).add(name);
        }
        groups.forEach(group -> names.stream().filter(name -> name.indexOf('[') < 0).forEach(group::add));
        return groups;
    }

    void register(String name, EdfRegistry registry) {
        Objects.requireNonNull(registrations.get(name)).accept(registry);
    }
}
