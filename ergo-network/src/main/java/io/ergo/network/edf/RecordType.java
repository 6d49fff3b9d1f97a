package io.ergo.network.edf;

import org.jspecify.annotations.Nullable;

/** A record as a struct. Goes from component to component: the reference for whatever does the same faster. */
final class RecordType extends RegisteredType {

    private final Fields fields;
    private final RecordShape shape;

    RecordType(Fields fields, RecordShape shape) {
        super(fields.struct(), fields.leastBytes());
        this.fields = fields;
        this.shape = shape;
    }

    @Override
    void write(EdfWriter out, @Nullable Object value) {
        shape.check(value, schema());
        out.enter();
        for (int i = 0; i < fields.count(); i++) {
            fields.write(out, i, shape.get(value, i));
        }
        out.leave();
    }

    @Override
    Object read(EdfReader in) {
        return shape.make(in, fields.read(in));
    }
}
