package io.ergo.network.edf;

import java.lang.reflect.Array;

import org.jspecify.annotations.Nullable;

/**
 * Arrays of Java.
 *
 * @param sequence the items
 * @param component class of the items; a primitive one if the items are boxed on their way
 * @param nullable whether nil becomes null; else it becomes an empty one
 */
record ArrayCodec(Sequence sequence, Class<?> component, boolean nullable) implements ItemsCodec {

    @Override
    public ArrayCodec withNull() {
        return new ArrayCodec(sequence, component, true);
    }

    @Override
    public boolean takes(Object value) {
        return value.getClass().isArray() && component.isAssignableFrom(value.getClass().componentType());
    }

    @Override
    public void writeItems(EdfWriter out, Object items) {
        int count = Array.getLength(items);
        sequence.begin(out, count);
        for (int i = 0; i < count; i++) {
            sequence.item().write(out, Array.get(items, i));
        }
        out.leave();
    }

    @Override
    public @Nullable Object read(EdfReader in) {
        int count = sequence.begin(in);
        if (count < 0) {
            return nullable ? null : Array.newInstance(component, 0);
        }
        Object items = Array.newInstance(component, count);
        for (int i = 0; i < count; i++) {
            Array.set(items, i, sequence.item().read(in));
        }
        in.leave();
        return items;
    }
}
