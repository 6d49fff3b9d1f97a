package io.ergo.interop.vectors.edf;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;

import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.network.edf.EdfList;
import io.ergo.network.edf.EdfMap;
import io.ergo.network.edf.EdfValue;
import org.jspecify.annotations.Nullable;

/** Compares generic values as the wire does: types of lists and maps, nil or empty, and the bits of fractions count; entries of maps have no order. */
public final class Difference {

    /** What else is right of scalars and the like: the expected value first. */
    private final BiPredicate<Object, Object> alsoRight;

    private Difference(BiPredicate<Object, Object> alsoRight) {
        this.alsoRight = alsoRight;
    }

    /** Requires that both are the same. */
    public static void requireSame(String what, @Nullable Object expected, @Nullable Object actual) {
        new Difference((_, _) -> false).compare(what + ": the value", expected, actual);
    }

    /** Requires that the value is what the bytes are: what the reference has read of them, or what it should have, see {@link ReferenceReading}. */
    public static void requireRead(String what, @Nullable Object ofTheReference, @Nullable Object actual,
            byte[] bytes) {
        new Difference(new ReferenceReading(bytes)).compare(what + ": the value", ofTheReference, actual);
    }

    private void compare(String path, @Nullable Object expected, @Nullable Object actual) {
        switch (expected) {
            case EdfValue.Struct mine when actual instanceof EdfValue.Struct other
                    && mine.name().equals(other.name()) ->
                    items(path, mine.fields(), other.fields());
            case EdfValue.Named mine when actual instanceof EdfValue.Named other && mine.name().equals(other.name()) ->
                    named(path + " of " + mine.name(), mine.value(), other.value());
            case EdfList mine when actual instanceof EdfList other && mine.type().equals(other.type())
                    && mine.isNil() == other.isNil() ->
                    items(path, mine, other);
            case EdfMap mine when actual instanceof EdfMap other && mine.type().equals(other.type())
                    && mine.isNil() == other.isNil() ->
                    entries(path, mine, other);
            case null, default -> {
                if (!isSame(expected, actual) && !isAlsoRight(expected, actual)) {
                    throw new Mismatch(path, Values.shown(expected), Values.shown(actual));
                }
            }
        }
    }

    /** A struct or list that got here is another one, though Java calls them equal. */
    private static boolean isSame(@Nullable Object expected, @Nullable Object actual) {
        return !(expected instanceof EdfList || expected instanceof EdfMap)
                && Objects.equals(Values.plain(expected), Values.plain(actual));
    }

    private boolean isAlsoRight(@Nullable Object expected, @Nullable Object actual) {
        return expected != null && actual != null && alsoRight.test(expected, actual);
    }

    /** The type of what a named type holds stands in its schema alone. */
    private void named(String path, @Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Collection<?> mine && actual instanceof Collection<?> other) {
            items(path, mine, other);
        } else if (expected instanceof Map<?, ?> mine && actual instanceof Map<?, ?> other) {
            entries(path, mine, other);
        } else {
            compare(path, expected, actual);
        }
    }

    private void items(String path, Collection<?> expected, Collection<?> actual) {
        if (expected.size() != actual.size()) {
            throw new Mismatch(path + " has another number of items", Values.shown(expected), Values.shown(actual));
        }
        Iterator<?> others = actual.iterator();
        int index = 0;
        for (Object mine : expected) {
            compare(path + "[" + index++ + "]", mine, others.next());
        }
    }

    private void entries(String path, Map<?, ?> expected, Map<?, ?> actual) {
        if (expected.size() != actual.size()) {
            throw new Mismatch(path + " has another number of entries", Values.shown(expected), Values.shown(actual));
        }
        for (Map.Entry<?, ?> mine : expected.entrySet()) {
            Object key = mine.getKey();
            compare(path + "[" + Values.shown(key) + "]", mine.getValue(), valueOf(path, key, actual));
        }
    }

    /** Keys with bytes or lists in them are not what a look-up finds. */
    private @Nullable Object valueOf(String path, @Nullable Object key, Map<?, ?> entries) {
        if (entries.containsKey(key)) {
            return entries.get(key);
        }
        return entries.entrySet().stream().filter(each -> isEqual(key, each.getKey())).findFirst()
                .orElseThrow(() -> new Mismatch(path + " lacks a key", Values.shown(key), Values.shown(entries)))
                .getValue();
    }

    private boolean isEqual(@Nullable Object expected, @Nullable Object actual) {
        try {
            compare("", expected, actual);
            return true;
        } catch (Mismatch different) {
            return false;
        }
    }
}
