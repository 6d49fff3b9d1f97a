package io.ergo.network.edf;

import org.jspecify.annotations.Nullable;

/** A type that makes and reads its own bytes, without a class: {@link EdfValue.Opaque}. */
final class GenericOpaque extends RegisteredType {

    GenericOpaque(Schema.Opaque schema) {
        super(schema, Integer.BYTES);
    }

    @Override
    void write(EdfWriter out, @Nullable Object value) {
        if (!(value instanceof EdfValue.Opaque given) || !given.name().equals(name())) {
            throw wrongValue(value);
        }
        out.putBinary(given.payload());
    }

    @Override
    EdfValue.Opaque read(EdfReader in) {
        return new EdfValue.Opaque(name(), in.getBinary());
    }
}
