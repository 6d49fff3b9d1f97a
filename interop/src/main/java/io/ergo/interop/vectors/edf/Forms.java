package io.ergo.interop.vectors.edf;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.ergo.network.edf.EdfCodecs;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.Schema;

/** All forms in which the values of a file are coded. */
public final class Forms {

    /** Recorders are not as careful as nodes are. */
    private static final EdfLimits LIMITS = EdfLimits.defaults().withDepth(1000);

    private final Form generic;
    private final List<List<Form>> records;

    private Forms(Form generic, List<List<Form>> records) {
        this.generic = generic;
        this.records = records;
    }

    /** Makes those of these types. */
    public static Forms of(Schemas schemas) {
        HandWritten written = new HandWritten();
        List<List<Form>> records = new ArrayList<>();
        for (Set<String> group : written.groups(written.among(schemas))) {
            if (!group.isEmpty()) {
                records.add(List.of(
                        new Form("records, generated", registry(schemas, group, written, EdfCodecs.GENERATED)),
                        new Form("records, interpretive", registry(schemas, group, written, EdfCodecs.INTERPRETIVE))));
            }
        }
        return new Forms(new Form("generic form", registry(schemas, Set.of(), written, EdfCodecs.INTERPRETIVE)),
                records);
    }

    private static EdfRegistry registry(Schemas schemas, Set<String> asRecords, HandWritten written, EdfCodecs codecs) {
        EdfRegistry registry = new EdfRegistry(LIMITS, codecs);
        for (Schema schema : schemas.all()) {
            if (asRecords.contains(schema.name())) {
                written.register(schema.name(), registry);
            } else {
                registry.register(schema);
            }
        }
        return registry;
    }

    /** Returns the generic form and those that use records. */
    List<Form> all() {
        return Stream.concat(Stream.of(generic), records.stream().flatMap(List::stream)).toList();
    }

    Form generic() {
        return generic;
    }

    /** Returns those that use records where there are some; those of one group stand for the same types. */
    List<List<Form>> records() {
        return records;
    }
}
