package io.ergo.network.edf;

import java.lang.reflect.Array;

import org.jspecify.annotations.Nullable;

/**
 * Arrays of primitives: one check of the bounds for all items, and none is boxed.
 *
 * @param sequence the items
 * @param number of one item
 * @param component class of the items
 * @param nullable whether nil becomes null; else it becomes an empty one
 */
record NumbersCodec(Sequence sequence, FixedCodec number, Class<?> component, boolean nullable) implements ItemsCodec {

    @Override
    public NumbersCodec withNull() {
        return new NumbersCodec(sequence, number, component, true);
    }

    @Override
    public boolean takes(Object value) {
        return value.getClass().componentType() == component;
    }

    @Override
    public void writeItems(EdfWriter out, Object items) {
        int count = Array.getLength(items);
        sequence.begin(out, count);
        int bytes = number.leastBytes();
        int at = out.reserve(count, bytes);
        byte[] array = out.array();
        for (int i = 0; i < count; i++) {
            long bits = bits(items, i);
            number.check(bits);
            number.put(array, at + i * bytes, bits);
        }
        out.leave();
    }

    private static long bits(Object items, int i) {
        return switch (items) {
            case boolean[] truths -> truths[i] ? 1 : 0;
            case byte[] numbers -> numbers[i];
            case short[] numbers -> numbers[i];
            case int[] numbers -> numbers[i];
            case long[] numbers -> numbers[i];
            case float[] numbers -> Float.floatToRawIntBits(numbers[i]);
            default -> Double.doubleToRawLongBits(((double[]) items)[i]);
        };
    }

    @Override
    public @Nullable Object read(EdfReader in) {
        int count = sequence.begin(in);
        if (count < 0) {
            return nullable ? null : Array.newInstance(component, 0);
        }
        Object items = Array.newInstance(component, count);
        int bytes = number.leastBytes();
        int at = in.take(count * bytes);
        byte[] array = in.array();
        for (int i = 0; i < count; i++) {
            set(items, i, number.get(array, at + i * bytes));
        }
        in.leave();
        return items;
    }

    private static void set(Object items, int i, long bits) {
        switch (items) {
            case boolean[] truths -> truths[i] = bits == 1;
            case byte[] numbers -> numbers[i] = (byte) bits;
            case short[] numbers -> numbers[i] = (short) bits;
            case int[] numbers -> numbers[i] = (int) bits;
            case long[] numbers -> numbers[i] = bits;
            case float[] numbers -> numbers[i] = Float.intBitsToFloat((int) bits);
            default -> ((double[]) items)[i] = Double.longBitsToDouble(bits);
        }
    }
}
