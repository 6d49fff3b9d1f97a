package io.ergo.network.edf;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Whether two values that were read are the same, arrays by what they hold and all collections in their order. */
final class SameRecord {

    private SameRecord() {}

    static boolean of(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null || a.getClass() != b.getClass()) {
            return a == b;
        }
        return switch (a) {
            case Record record -> records(record, b);
            case Collection<?> items -> inOrder(items, (Collection<?>) b);
            case Map<?, ?> map -> inOrder(map.keySet(), ((Map<?, ?>) b).keySet())
                    && inOrder(map.values(), ((Map<?, ?>) b).values());
            case Optional<?> optional -> of(optional.orElse(null), ((Optional<?>) b).orElse(null));
            default -> a.getClass().isArray() ? arrays(a, b) : Objects.equals(a, b);
        };
    }

    /** By the fields, since an accessor may throw. */
    private static boolean records(Record a, Object b) {
        for (RecordComponent each : a.getClass().getRecordComponents()) {
            try {
                Field field = a.getClass().getDeclaredField(each.getName());
                field.setAccessible(true);
                if (!of(field.get(a), field.get(b))) {
                    return false;
                }
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("a component has a field", e);
            }
        }
        return true;
    }

    private static boolean arrays(Object a, Object b) {
        if (Array.getLength(a) != Array.getLength(b)) {
            return false;
        }
        for (int i = 0; i < Array.getLength(a); i++) {
            if (!of(Array.get(a, i), Array.get(b, i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean inOrder(Collection<?> a, Collection<?> b) {
        Iterator<?> others = b.iterator();
        for (Object each : a) {
            if (!others.hasNext() || !of(each, others.next())) {
                return false;
            }
        }
        return !others.hasNext();
    }
}
