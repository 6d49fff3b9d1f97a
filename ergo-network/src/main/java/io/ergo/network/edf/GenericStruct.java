package io.ergo.network.edf;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A struct without a class: {@link EdfValue.Struct}. */
final class GenericStruct extends RegisteredType {

    private final Fields fields;

    GenericStruct(Fields fields) {
        super(fields.schema(), fields.leastBytes());
        this.fields = fields;
    }

    @Override
    void write(EdfWriter out, @Nullable Object value) {
        if (!(value instanceof EdfValue.Struct given) || !given.name().equals(name())
                || given.fields().size() != fields.count()) {
            throw wrongValue(value);
        }
        out.enter();
        for (int i = 0; i < fields.count(); i++) {
            fields.write(out, i, given.fields().get(i));
        }
        out.leave();
    }

    @Override
    EdfValue.Struct read(EdfReader in) {
        in.enter();
        List<@Nullable Object> values = FixedList.of(fields.read(in));
        in.leave();
        return new EdfValue.Struct(name(), values);
    }
}
