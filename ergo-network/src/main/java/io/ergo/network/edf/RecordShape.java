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

    private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);
    private static final MethodType MAKER = MethodType.methodType(Object.class, Object[].class);

    /** A call has 255, of which a handle and the new object take one each. */
    private static final int MOST_SLOTS = 253;

    private final Class<?> type;
    private final List<MethodHandle> accessors;
    private final MethodHandle constructor;
    private final List<MethodHandle> getters;
    private final MethodHandle maker;

    private RecordShape(Class<?> type, List<MethodHandle> accessors, MethodHandle constructor) {
        this.type = type;
        this.accessors = accessors;
        this.constructor = constructor;
        this.getters = accessors.stream().map(each -> each.asType(GETTER)).toList();
        this.maker = constructor.asFixedArity().asSpreader(Object[].class, accessors.size()).asType(MAKER);
    }

    /**
     * Looks at the class. A private one, or one in a package that is not exported, must be open to this module.
     *
     * @throws IllegalArgumentException if its module keeps it closed
     */
    static RecordShape of(Class<?> type) {
        MethodHandles.Lookup own = MethodHandles.lookup();
        try {
            return of(type, MethodHandles.privateLookupIn(type, own));
        } catch (IllegalAccessException _) {
            return ofExported(type, own);
        }
    }

    private static RecordShape ofExported(Class<?> type, MethodHandles.Lookup lookup) {
        try {
            return of(type, lookup);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(
                    type.getName() + " is closed to reflection: open its package to io.ergo.network", e);
        }
    }

    private static RecordShape of(Class<?> type, MethodHandles.Lookup lookup) throws IllegalAccessException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] classes = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        int slots = slots(List.of(classes));
        if (slots > MOST_SLOTS) {
            throw new IllegalArgumentException("the components of " + type.getName() + " take " + slots
                    + " slots, long and double two each; a record may have at most " + MOST_SLOTS + " slots");
        }
        List<MethodHandle> accessors = new ArrayList<>();
        for (RecordComponent component : components) {
            accessors.add(lookup.unreflect(component.getAccessor()));
        }
        try {
            return new RecordShape(type, List.copyOf(accessors),
                    lookup.findConstructor(type, MethodType.methodType(void.class, classes)));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has a canonical constructor", e);
        }
    }

    /** Returns how many places the virtual machine needs to hand over values of the classes. */
    private static int slots(List<Class<?>> classes) {
        return classes.stream().mapToInt(each -> each == long.class || each == double.class ? 2 : 1).sum();
    }

    Class<?> type() {
        return type;
    }

    /** Returns the class of a component. */
    Class<?> component(int i) {
        return accessors.get(i).type().returnType();
    }

    /** Returns the accessor of a component, with the classes as declared. */
    MethodHandle accessor(int i) {
        return accessors.get(i);
    }

    /** Returns the canonical constructor, with the classes as declared. */
    MethodHandle constructor() {
        return constructor;
    }

    /** Refuses what is no such record. */
    void check(@Nullable Object value, Schema schema) {
        if (!type.isInstance(value)) {
            throw wrongValue(value, schema);
        }
    }

    EdfException wrongValue(@Nullable Object value, Schema schema) {
        return EdfException.wrongValue(value, schema.name() + " (" + type.getName() + ")");
    }

    @Nullable Object get(@Nullable Object value, int i) {
        try {
            return (Object) getters.get(i).invokeExact(value);
        } catch (Throwable e) {
            throw accessorThrew(e);
        }
    }

    EdfException accessorThrew(Throwable e) {
        passErrors(e);
        return EdfException.encoding("an accessor of " + type.getName() + " threw " + e);
    }

    Object make(EdfReader in, @Nullable Object... values) {
        try {
            return (Object) maker.invokeExact(values);
        } catch (Throwable e) {
            throw constructorThrew(e, in);
        }
    }

    EdfException constructorThrew(Throwable e, EdfReader in) {
        passErrors(e);
        return in.fail(refusal(e), e);
    }

    /**
     * Makes one of values that do not come from the wire.
     *
     * @throws IllegalArgumentException if the constructor refuses them
     */
    Object construct(@Nullable Object... values) {
        try {
            return (Object) maker.invokeExact(values);
        } catch (Throwable e) {
            passErrors(e);
            throw new IllegalArgumentException(refusal(e), e);
        }
    }

    private String refusal(Throwable e) {
        return "the constructor of " + type.getName() + " refuses the values: " + e;
    }

    private static void passErrors(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
    }
}
