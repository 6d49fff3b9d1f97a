package io.ergo.network.edf;

import java.lang.reflect.AnnotatedParameterizedType;
import java.util.Map;

/**
 * A generic record with its arguments, written as {@code new EdfTypeReference<Box<Long>>() {}}.
 *
 * @param <T> the type
 */
public abstract class EdfTypeReference<T> {

    private final JavaType type;

    /** Takes the argument of the subclass. */
    protected EdfTypeReference() {
        if (!(getClass().getAnnotatedSuperclass() instanceof AnnotatedParameterizedType self)) {
            throw new IllegalStateException("write new EdfTypeReference<Box<Long>>() {}, with the type");
        }
        type = JavaType.of(self.getAnnotatedActualTypeArguments()[0], Map.of());
    }

    final JavaType type() {
        return type;
    }
}
