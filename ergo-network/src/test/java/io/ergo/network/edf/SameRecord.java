package io.ergo.network.edf;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;

import org.jspecify.annotations.Nullable;

/** Whether two values are the same: arrays by what they hold, all collections and maps in their order. */
final class SameRecord {

    private static final long UNIX_EPOCH = 62_135_596_800L;

    private final BiPredicate<Object, Object> classes;

    private SameRecord(BiPredicate<Object, Object> classes) {
        this.classes = classes;
    }

    /** Compares two values that were read: also the classes of what holds others. */
    static boolean exactly(Object a, Object b) {
        return new SameRecord((one, other) -> one.getClass() == other.getClass()).test(a, b);
    }

    /** Compares a value with what came of it: any collection for another, but a nil one is no empty one. */
    static boolean of(@Nullable Object sent, @Nullable Object read) {
        return new SameRecord(SameRecord::areAlike).test(sent, read);
    }

    private static boolean areAlike(Object sent, Object read) {
        return switch (sent) {
            case EdfList list -> read instanceof EdfList other && list.type().equals(other.type())
                    && list.isNil() == other.isNil();
            case EdfMap map -> read instanceof EdfMap other && map.type().equals(other.type())
                    && map.isNil() == other.isNil();
            case Collection<?> _ -> read instanceof Collection<?> && !isNil(read);
            case Map<?, ?> _ -> read instanceof Map<?, ?> && !isNil(read);
            default -> sent.getClass() == read.getClass();
        };
    }

    private static boolean isNil(Object read) {
        return (read instanceof EdfList list && list.isNil()) || (read instanceof EdfMap map && map.isNil());
    }

    private boolean test(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == b;
        }
        if (a instanceof EdfValue.Time time && b instanceof OffsetDateTime moment) {
            return time.equals(exact(moment));
        }
        if (a instanceof EdfValue.Named named && b instanceof EdfValue.Named other) {
            return named.name().equals(other.name()) && test(plain(named.value()), plain(other.value()));
        }
        if (!classes.test(a, b)) {
            return false;
        }
        return switch (a) {
            case Record record -> records(record, b);
            case Collection<?> items -> inOrder(items, (Collection<?>) b);
            case Map<?, ?> map -> inOrder(map.keySet(), ((Map<?, ?>) b).keySet())
                    && inOrder(map.values(), ((Map<?, ?>) b).values());
            case Optional<?> optional -> test(optional.orElse(null), ((Optional<?>) b).orElse(null));
            default -> a.getClass().isArray() ? arrays(a, b) : Objects.equals(a, b);
        };
    }

    /** A schema tells the types of what is in it, so that any list or map will do, and null for nil. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case EdfList list -> list.itemsOrNull();
            case EdfMap map -> map.entriesOrNull();
            case null, default -> value;
        };
    }

    /** The form for what {@code OffsetDateTime} cannot hold. */
    private static EdfValue.Time exact(OffsetDateTime moment) {
        return new EdfValue.Time(moment.toEpochSecond() + UNIX_EPOCH, moment.getNano(),
                moment.getOffset().getTotalSeconds(), moment.getOffset().equals(ZoneOffset.UTC));
    }

    /** By the fields, since an accessor may throw. */
    private boolean records(Record a, Object b) {
        return Arrays.stream(a.getClass().getRecordComponents())
                .allMatch(each -> test(component(each, a), component(each, b)));
    }

    private static @Nullable Object component(RecordComponent component, Object record) {
        try {
            Field field = record.getClass().getDeclaredField(component.getName());
            field.setAccessible(true);
            return field.get(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a component has a field", e);
        }
    }

    private boolean arrays(Object a, Object b) {
        if (Array.getLength(a) != Array.getLength(b)) {
            return false;
        }
        for (int i = 0; i < Array.getLength(a); i++) {
            if (!test(Array.get(a, i), Array.get(b, i))) {
                return false;
            }
        }
        return true;
    }

    private boolean inOrder(Collection<?> a, Collection<?> b) {
        Iterator<?> others = b.iterator();
        for (Object each : a) {
            if (!others.hasNext() || !test(each, others.next())) {
                return false;
            }
        }
        return !others.hasNext();
    }
}
