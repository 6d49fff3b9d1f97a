package io.ergo.network.edf;

import java.lang.invoke.MethodHandle;

import org.jspecify.annotations.Nullable;

/**
 * A record as a struct, or as the one component it has under a name of its own. Goes from component to component: the reference for
 * {@link GeneratedRecord}, and what takes its place where there can be none.
 */
final class RecordType extends RegisteredType {

    private final Fields fields;
    private final RecordShape shape;
    private final ComponentOrder order;

    RecordType(Fields fields, RecordShape shape, ComponentOrder order) {
        super(fields.schema(), fields.leastBytes());
        this.fields = fields;
        this.shape = shape;
        this.order = order;
    }

    Fields fields() {
        return fields;
    }

    RecordShape shape() {
        return shape;
    }

    /** Returns the class of the component that stands for the field. */
    Class<?> component(int field) {
        return shape.component(order.component(field));
    }

    /** Returns what takes the record and gives the field. */
    MethodHandle accessor(int field) {
        return shape.accessor(order.component(field));
    }

    /** Returns what takes the fields, in their order, and gives the record. */
    MethodHandle constructor() {
        return order.arrange(shape.constructor());
    }

    @Override
    void write(EdfWriter out, @Nullable Object value) {
        shape.check(value, schema());
        if (fields.isLevel()) {
            out.enter();
        }
        for (int i = 0; i < fields.count(); i++) {
            writeField(out, value, i);
        }
        if (fields.isLevel()) {
            out.leave();
        }
    }

    void writeField(EdfWriter out, @Nullable Object value, int i) {
        fields.write(out, i, shape.get(value, order.component(i)));
    }

    @Override
    Object read(EdfReader in) {
        if (fields.isLevel()) {
            in.enter();
        }
        @Nullable Object[] values = order.withoutFields();
        for (int i = 0; i < fields.count(); i++) {
            values[order.component(i)] = fields.read(in, i);
        }
        if (fields.isLevel()) {
            in.leave();
        }
        return shape.make(in, values);
    }
}
