package io.ergo.network.edf;

import org.jspecify.annotations.Nullable;

/** A record of one component that is a scalar, slice, array or map under a name of its own. */
final class NamedRecord extends RegisteredType {

    private final Codec base;
    private final RecordShape shape;

    NamedRecord(Schema.Named schema, Codec base, RecordShape shape) {
        super(schema, base.leastBytes());
        this.base = base;
        this.shape = shape;
    }

    @Override
    void write(EdfWriter out, @Nullable Object value) {
        shape.check(value, schema());
        try {
            base.write(out, shape.get(value, 0));
        } catch (EdfException e) {
            throw e.within(name());
        }
    }

    @Override
    Object read(EdfReader in) {
        try {
            return shape.make(in, base.read(in));
        } catch (EdfException e) {
            throw e.within(name());
        }
    }
}
