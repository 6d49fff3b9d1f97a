package io.ergo.network.edf;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** How the records of a class are taken apart and made. Immutable; any thread. */
final class RecordShape {

    private final Class<?> type;
    private final List<MethodHandle> accessors;
    private final MethodHandle constructor;

    private RecordShape(Class<?> type, List<MethodHandle> accessors, MethodHandle constructor) {
        this.type = type;
        this.accessors = accessors;
        this.constructor = constructor;
    }

    /**
     * Looks at the class.
     *
     * @throws IllegalArgumentException if its module keeps it closed
     */
    static RecordShape of(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] classes = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            List<MethodHandle> accessors = new ArrayList<>();
            for (RecordComponent component : components) {
                accessors.add(lookup.unreflect(component.getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class)));
            }
            MethodHandle constructor = lookup.findConstructor(type, MethodType.methodType(void.class, classes));
            return new RecordShape(type, List.copyOf(accessors), constructor.asSpreader(Object[].class, classes.length)
                    .asType(MethodType.methodType(Object.class, Object[].class)));
        } catch (IllegalAccessException | NoSuchMethodException e) {
            throw new IllegalArgumentException(
                    type.getName() + " is closed to reflection: open its package to io.ergo.network", e);
        }
    }

    /** Refuses what is no such record. */
    void check(@Nullable Object value, Schema schema) {
        if (!type.isInstance(value)) {
            String found = value == null ? "null" : "a " + value.getClass().getName();
            throw EdfException.encoding(found + " cannot be written as " + schema.name() + " (" + type.getName() + ")");
        }
    }

    @Nullable Object get(@Nullable Object value, int i) {
        try {
            return (Object) accessors.get(i).invokeExact(value);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw EdfException.encoding("an accessor of " + type.getName() + " threw " + e);
        }
    }

    Object make(EdfReader in, @Nullable Object... values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw in.fail(refusal(e), e);
        }
    }

    /**
     * Makes one of values that do not come from the wire.
     *
     * @throws IllegalArgumentException if the constructor refuses them
     */
    Object construct(@Nullable Object... values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalArgumentException(refusal(e), e);
        }
    }

    private String refusal(Throwable e) {
        return "the constructor of " + type.getName() + " refuses the values: " + e;
    }
}
