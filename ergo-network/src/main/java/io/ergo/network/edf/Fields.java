package io.ergo.network.edf;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** The fields of a struct, one after the other; an error names the field. Immutable; any thread. */
final class Fields {

    private final Schema.Struct struct;
    private final List<Codec> codecs;

    Fields(Schema.Struct struct, List<Codec> codecs) {
        this.struct = struct;
        this.codecs = List.copyOf(codecs);
    }

    Schema.Struct struct() {
        return struct;
    }

    int count() {
        return codecs.size();
    }

    int leastBytes() {
        return codecs.stream().mapToInt(Codec::leastBytes).reduce(0, Codec::sum);
    }

    void write(EdfWriter out, int i, @Nullable Object field) {
        try {
            codecs.get(i).write(out, field);
        } catch (EdfException e) {
            throw e.within(path(i));
        }
    }

    @Nullable Object[] read(EdfReader in) {
        in.enter();
        @Nullable Object[] values = new Object[codecs.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(in, i);
        }
        in.leave();
        return values;
    }

    private @Nullable Object read(EdfReader in, int i) {
        try {
            return codecs.get(i).read(in);
        } catch (EdfException e) {
            throw e.within(path(i));
        }
    }

    private String path(int i) {
        return struct.name() + "." + struct.fields().get(i).name();
    }
}
