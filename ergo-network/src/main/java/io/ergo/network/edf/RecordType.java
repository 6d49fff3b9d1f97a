package io.ergo.network.edf;

import org.jspecify.annotations.Nullable;

/** A record as a struct. Goes from component to component: the reference for whatever does the same faster. */
final class RecordType extends RegisteredType {

    private final Fields fields;
    private final RecordShape shape;
    private final ComponentOrder order;

    RecordType(Fields fields, RecordShape shape, ComponentOrder order) {
        super(fields.struct(), fields.leastBytes());
        this.fields = fields;
        this.shape = shape;
        this.order = order;
    }

    @Override
    void write(EdfWriter out, @Nullable Object value) {
        shape.check(value, schema());
        out.enter();
        for (int i = 0; i < fields.count(); i++) {
            fields.write(out, i, shape.get(value, order.component(i)));
        }
        out.leave();
    }

    @Override
    Object read(EdfReader in) {
        return shape.make(in, order.arrange(fields.read(in)));
    }
}
