package io.ergo.network.edf;

import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What a component holds for which nothing was sent: null where it may be, else zero, false or empty; of a record, such values. */
final class EmptyValue {

    private static final Map<Class<?>, Object> EMPTY = Map.of(List.class, List.of(), Collection.class, List.of(),
            Set.class, Set.of(), Map.class, Map.of(), Optional.class, Optional.empty(), String.class, "",
            Duration.class, Duration.ZERO);

    private EmptyValue() {}

    /**
     * Returns the value.
     *
     * @throws IllegalArgumentException if the type has none
     */
    static @Nullable Object of(JavaType type) {
        if (type.nullable()) {
            return null;
        }
        if (type.raw().isArray()) {
            return Array.newInstance(type.raw().componentType(), 0);
        }
        if (EMPTY.containsKey(type.raw())) {
            return EMPTY.get(type.raw());
        }
        return type.raw().isRecord() ? record(type) : zero(type);
    }

    private static Object record(JavaType type) {
        @Nullable Object[] values = Arrays.stream(type.raw().getRecordComponents())
                .map(part -> of(JavaType.of(part, type.variables()))).toArray();
        return RecordShape.of(type.raw()).construct(values);
    }

    private static Object zero(JavaType type) {
        Class<?> primitive = MethodType.methodType(type.raw()).unwrap().returnType();
        if (!primitive.isPrimitive()) {
            throw new IllegalArgumentException(type + " has no empty value; make it @Nullable or Optional");
        }
        return Objects.requireNonNull(Array.get(Array.newInstance(primitive, 1), 0));
    }
}
