package io.ergo.interop.vectors.edf;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.ergo.Reason;
import io.ergo.interop.vectors.check.HexText;
import io.ergo.network.edf.EdfList;
import io.ergo.network.edf.EdfMap;
import io.ergo.network.edf.EdfValue;
import io.ergo.network.edf.WireType;
import org.jspecify.annotations.Nullable;

/** Generic values: what they hold, and how they are shown. */
final class Values {

    private static final int MOST_SHOWN = 400;

    private Values() {}

    /** Returns whether a record of a user's can hold it: strings, atoms and errors are UTF-8 there, and times are what Java calls one. */
    static boolean isPlain(@Nullable Object value) {
        return leaves(value).noneMatch(leaf -> leaf instanceof EdfValue.RawString || leaf instanceof EdfValue.RawAtom
                || leaf instanceof EdfValue.RawError || (leaf instanceof EdfValue.Time time && !Times.isPlain(time)));
    }

    /** Returns the errors in it. */
    static List<Reason> errors(@Nullable Object value) {
        return leaves(value).filter(Reason.class::isInstance).map(Reason.class::cast).distinct().toList();
    }

    static boolean holds(@Nullable Object value, Predicate<Object> what) {
        return leaves(value).anyMatch(what);
    }

    /** Returns whether there is a map in it whose entries can come in several orders. */
    static boolean hasUnorderedMaps(@Nullable Object value) {
        return switch (value) {
            case EdfValue.Struct struct -> hasUnorderedMaps(struct.fields());
            case EdfValue.Named named -> hasUnorderedMaps(named.value());
            case Map<?, ?> map -> map.size() > 1 || hasUnorderedMaps(map.keySet()) || hasUnorderedMaps(map.values());
            case Collection<?> items -> items.stream().anyMatch(Values::hasUnorderedMaps);
            case null, default -> false;
        };
    }

    /** Returns whether the last part of the value takes no bytes: a struct without fields, or an array without items. */
    static boolean endsInNothing(@Nullable Object value) {
        return switch (value) {
            case EdfValue.Struct struct -> endsInNothing(struct.fields());
            case EdfValue.Named named -> named.value() instanceof List<?> items && !items.isEmpty()
                    && endsInNothing(items.getLast());
            case EdfList list when list.type() instanceof WireType.Slice && list.isEmpty() -> false; // it has a count
            case List<?> items -> items.isEmpty() || endsInNothing(items.getLast());
            case null, default -> false;
        };
    }

    private static Stream<Object> leaves(@Nullable Object value) {
        return switch (value) {
            case null -> Stream.empty();
            case EdfValue.Struct struct -> leaves(struct.fields());
            case EdfValue.Named named -> leaves(named.value());
            case Map<?, ?> map -> Stream.concat(leaves(map.keySet()), leaves(map.values()));
            case Collection<?> items -> items.stream().flatMap(Values::leaves);
            default -> Stream.of(value);
        };
    }

    /** Returns a text for people, cut if it is long. */
    static String shown(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        show(text, value);
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text.toString();
    }

    private static void show(StringBuilder text, @Nullable Object value) {
        if (text.length() > MOST_SHOWN) {
            return;
        }
        switch (value) {
            case null -> text.append("nil");
            case byte[] bytes -> text.append("binary ").append(HexText.of(bytes));
            case String string -> text.append('"').append(string).append('"');
            case Reason reason -> text.append("error \"").append(reason.text()).append('"');
            case Long number -> text.append("int ").append(number);
            case Number number -> text.append(number.getClass().getSimpleName()).append(' ').append(number);
            case OffsetDateTime time -> text.append(Times.exact(time));
            case EdfValue.Struct struct -> items(text.append(struct.name()), struct.fields());
            case EdfValue.Named named -> show(text.append(named.name()).append(' '), named.value());
            case EdfList list when list.isNil() -> text.append("nil ").append(list.type());
            case EdfMap map when map.isNil() -> text.append("nil ").append(map.type());
            case EdfList list -> items(text.append(list.type()), list);
            case EdfMap map -> items(text.append(map.type()), map.entrySet());
            case Map.Entry<?, ?> entry -> items(text, Arrays.asList(entry.getKey(), entry.getValue()));
            case Collection<?> items -> items(text, items);
            default -> text.append(value);
        }
    }

    private static void items(StringBuilder text, Collection<?> items) {
        text.append('[');
        String between = "";
        for (Object item : items) {
            show(text.append(between), item);
            between = ", ";
        }
        text.append(']');
    }

    /** Returns what is equal for equal scalars, whatever Java's own type for them. */
    static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case byte[] bytes -> HexText.of(bytes);
            case OffsetDateTime time -> Times.exact(time);
            case Float number -> Float.floatToRawIntBits(number);
            case Double number -> Double.doubleToRawLongBits(number);
            case null, default -> value;
        };
    }
}
