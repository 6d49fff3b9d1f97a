package io.ergo.network.edf;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A type as it stands in a record, with its variables replaced.
 *
 * @param raw the class
 * @param arguments its type arguments; of an array the type of its items
 * @param nullable whether it carries an annotation {@code @Nullable}, whosever
 */
record JavaType(Class<?> raw, List<JavaType> arguments, boolean nullable) {

    /** Checks. */
    JavaType {
        if (nullable && raw.isPrimitive()) {
            throw new IllegalArgumentException("a " + raw + " is never null; write its class in place of it, or '" + raw
                    + " @Nullable []' for an array that may be null");
        }
    }

    static JavaType of(Class<?> type) {
        if (type.getTypeParameters().length > 0) {
            throw new IllegalArgumentException(
                    type.getName()
                            + " needs its type arguments; a generic record is registered as new EdfTypeReference<…>() {}");
        }
        return new JavaType(type, List.of(), false);
    }

    static JavaType of(AnnotatedType type, Map<TypeVariable<?>, JavaType> variables) {
        boolean nullable = isNullable(type);
        return switch (type) {
            case AnnotatedParameterizedType generic -> new JavaType(
                    (Class<?>) ((ParameterizedType) generic.getType()).getRawType(),
                    Arrays.stream(generic.getAnnotatedActualTypeArguments()).map(each -> of(each, variables)).toList(),
                    nullable);
            case AnnotatedArrayType array -> {
                JavaType item = of(array.getAnnotatedGenericComponentType(), variables);
                yield new JavaType(item.raw().arrayType(), List.of(item), nullable);
            }
            case AnnotatedTypeVariable variable -> bound(variable, variables).with(nullable);
            case AnnotatedWildcardType wildcard -> of(wildcard.getAnnotatedUpperBounds()[0], variables);
            default -> of((Class<?>) type.getType()).with(nullable);
        };
    }

    /** Returns the type of a component; the annotation for nulls may stand at either. */
    static JavaType of(RecordComponent part, Map<TypeVariable<?>, JavaType> variables) {
        return of(part.getAnnotatedType(), variables).with(isNullable(part));
    }

    private static JavaType bound(AnnotatedTypeVariable variable, Map<TypeVariable<?>, JavaType> variables) {
        JavaType bound = variables.get((TypeVariable<?>) variable.getType());
        if (bound == null) {
            throw new IllegalArgumentException("the type variable " + variable.getType() + " has no type");
        }
        return bound;
    }

    private static boolean isNullable(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(each -> each.annotationType().getSimpleName().equals("Nullable"));
    }

    /** Returns the same, nullable if it was or is now. */
    JavaType with(boolean also) {
        return also && !nullable ? new JavaType(raw, arguments, true) : this;
    }

    JavaType notNull() {
        return new JavaType(raw, arguments, false);
    }

    /** Returns what the variables of the class stand for. */
    Map<TypeVariable<?>, JavaType> variables() {
        Map<TypeVariable<?>, JavaType> variables = new HashMap<>();
        TypeVariable<?>[] parameters = raw.getTypeParameters();
        for (int i = 0; i < parameters.length; i++) {
            variables.put(parameters[i], arguments.get(i));
        }
        return variables;
    }

    @Override
    public String toString() {
        return raw.getTypeName() + (arguments.isEmpty() || raw.isArray() ? "" : arguments.toString());
    }
}
