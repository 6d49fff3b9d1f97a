package io.ergo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The arguments a process is started with. They are the same at each restart of a supervised process.
 *
 * @param values the arguments in order, may contain nulls
 */
public record Args(List<@Nullable Object> values) {

    private static final Args NONE = new Args(List.of());

    /** Copies the list. */
    public Args {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** Returns no arguments. */
    public static Args none() {
        return NONE;
    }

    /** Returns the arguments in this order. */
    public static Args of(@Nullable Object... values) {
        return values.length == 0 ? NONE : new Args(java.util.Arrays.asList(values));
    }

    /** Returns how many there are. */
    public int size() {
        return values.size();
    }

    /** Returns whether there are none. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /**
     * Returns the argument at the index, 0 being the first.
     *
     * @throws ErgoException {@link Reason#INCORRECT} if there is none, it is null or of another type
     */
    public <T> T get(int index, Class<T> type) {
        Object value = index >= 0 && index < values.size() ? values.get(index) : null;
        if (!type.isInstance(value)) {
            String found = value == null ? "missing" : "a " + value.getClass().getName();
            throw ErgoException.of(Reason.INCORRECT,
                    "argument " + index + " must be a " + type.getName() + " but is " + found + "; given: " + values);
        }
        return type.cast(value);
    }
}
