package io.ergo.network.edf;

import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * A type of a component that was drawn, with a source of values.
 *
 * @param raw its class
 * @param signature the type with its arguments, as it stands in class files
 * @param wire the expression of its type on the wire
 * @param special whether it has to be said, since the class is something else by itself
 * @param nullable whether it carries {@link Nullable}
 * @param values draws a value, of at most so many levels
 */
record DrawnType(Class<?> raw, String signature, String wire, boolean special, boolean nullable,
        IntFunction<@Nullable Object> values) {

    DrawnType(Class<?> raw, String signature, String wire, boolean special, IntFunction<@Nullable Object> values) {
        this(raw, signature, wire, special, false, values);
    }

    static DrawnType of(Class<?> raw, String wire, IntFunction<@Nullable Object> values) {
        return new DrawnType(raw, raw.descriptorString(), wire, false, values);
    }

    /** Returns the same class as something else on the wire. */
    DrawnType as(String other, IntFunction<@Nullable Object> othersValues) {
        return new DrawnType(raw, signature, other, true, othersValues);
    }

    @Nullable Object value(int depth) {
        return values.apply(depth);
    }
}
