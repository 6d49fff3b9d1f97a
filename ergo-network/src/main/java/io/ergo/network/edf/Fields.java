package io.ergo.network.edf;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** The parts of a struct, one after the other, or the one that a named type is; an error names the part. Immutable; any thread. */
final class Fields {

    private final Schema schema;
    private final List<Codec> codecs;

    Fields(Schema.Struct struct, List<Codec> codecs) {
        this((Schema) struct, List.copyOf(codecs));
    }

    Fields(Schema.Named named, Codec base) {
        this(named, List.of(base));
    }

    private Fields(Schema schema, List<Codec> codecs) {
        this.schema = schema;
        this.codecs = codecs;
    }

    Schema schema() {
        return schema;
    }

    int count() {
        return codecs.size();
    }

    Codec codec(int i) {
        return codecs.get(i);
    }

    int leastBytes() {
        return codecs.stream().mapToInt(Codec::leastBytes).reduce(0, Codec::sum);
    }

    /** Tells whether they are a level of their own. */
    boolean isLevel() {
        return schema instanceof Schema.Struct;
    }

    void write(EdfWriter out, int i, @Nullable Object field) {
        try {
            codecs.get(i).write(out, field);
        } catch (EdfException e) {
            throw within(i, e);
        }
    }

    @Nullable Object[] read(EdfReader in) {
        @Nullable Object[] values = new Object[codecs.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(in, i);
        }
        return values;
    }

    @Nullable Object read(EdfReader in, int i) {
        try {
            return codecs.get(i).read(in);
        } catch (EdfException e) {
            throw within(i, e);
        }
    }

    EdfException within(int i, EdfException e) {
        return e.within(schema instanceof Schema.Struct struct ? struct.name() + "." + struct.fields().get(i).name()
                : schema.name());
    }
}
