package io.ergo.network.edf;

import org.jspecify.annotations.Nullable;

/**
 * Values with their type in front that must be instances of a class.
 *
 * @param java the class: {@code Object}, a sealed interface, or a record that may be null
 * @param nullable whether null is taken
 */
record InstanceCodec(Class<?> java, boolean nullable) implements Codec {

    @Override
    public int leastBytes() {
        return Scalar.ANY.leastBytes();
    }

    @Override
    public Scalar type() {
        return Scalar.ANY;
    }

    @Override
    public Codec orNull() {
        return new InstanceCodec(java, true);
    }

    @Override
    public void write(EdfWriter out, @Nullable Object value) {
        if (value == null ? !nullable : !java.isInstance(value)) {
            throw wrongValue(value);
        }
        out.putAny(value);
    }

    @Override
    public @Nullable Object read(EdfReader in) {
        Object value = in.getAny();
        if (value == null && !nullable) {
            throw in.fail("the value is nil; what may be nil is @Nullable or Optional");
        }
        if (value != null && !java.isInstance(value)) {
            throw in.fail("a " + value.getClass().getName() + " stands where " + java.getName() + " is expected");
        }
        return value;
    }
}
