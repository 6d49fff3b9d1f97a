package io.ergo.network.edf;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A struct without a class: {@link EdfValue.Struct}. */
final class GenericStruct extends RegisteredType {

    private final Schema.Struct struct;
    private final List<Codec> codecs;

    GenericStruct(Schema.Struct struct, List<Codec> codecs) {
        super(struct, codecs.stream().mapToInt(Codec::leastBytes).reduce(0, Codec::sum));
        this.struct = struct;
        this.codecs = List.copyOf(codecs);
    }

    @Override
    void write(EdfWriter out, @Nullable Object value) {
        if (!(value instanceof EdfValue.Struct given) || !given.name().equals(struct.name())
                || given.fields().size() != codecs.size()) {
            throw EdfException.encoding(value + " cannot be written as " + struct);
        }
        out.enter();
        for (int i = 0; i < codecs.size(); i++) {
            writeField(out, i, given.fields().get(i));
        }
        out.leave();
    }

    private void writeField(EdfWriter out, int i, @Nullable Object field) {
        try {
            codecs.get(i).write(out, field);
        } catch (EdfException e) {
            throw e.within(struct.name() + "." + struct.fields().get(i).name());
        }
    }

    @Override
    EdfValue.Struct read(EdfReader in) {
        in.enter();
        List<@Nullable Object> fields = new ArrayList<>(codecs.size());
        for (int i = 0; i < codecs.size(); i++) {
            fields.add(readField(in, i));
        }
        in.leave();
        return new EdfValue.Struct(struct.name(), fields);
    }

    private @Nullable Object readField(EdfReader in, int i) {
        try {
            return codecs.get(i).read(in);
        } catch (EdfException e) {
            throw e.within(struct.name() + "." + struct.fields().get(i).name());
        }
    }
}
