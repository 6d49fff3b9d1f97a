package io.ergo.network.edf;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** Which component of a record stands for which field of a struct, and what the components hold that stand for none. Immutable; any thread. */
final class ComponentOrder {

    private final int[] byField;
    private final @Nullable Object[] absent;

    private ComponentOrder(int[] byField, @Nullable Object... absent) {
        this.byField = byField;
        this.absent = absent;
    }

    /** Returns the order of a record whose components are the fields, one after the other. */
    static ComponentOrder asDeclared(int count) {
        return new ComponentOrder(IntStream.range(0, count).toArray(), new Object[count]);
    }

    /**
     * Looks for the component of each field by its name, in which upper and lower case are the same: {@code parentPid} stands for ParentPID.
     *
     * @throws IllegalArgumentException if a field has no component, or two, or a component without a field could hold nothing
     */
    static ComponentOrder of(JavaType type, Schema.Struct layout) {
        RecordComponent[] parts = type.raw().getRecordComponents();
        List<String> names = Arrays.stream(parts).map(RecordComponent::getName).toList();
        int[] byField = layout.fields().stream().mapToInt(field -> indexOf(field, names, type)).toArray();
        BitSet sent = new BitSet();
        Arrays.stream(byField).forEach(sent::set);
        if (sent.cardinality() < byField.length) {
            throw new IllegalArgumentException("a component of " + type + " stands for two fields of " + layout);
        }
        return new ComponentOrder(byField, IntStream.range(0, parts.length)
                .mapToObj(i -> sent.get(i) ? null : absent(type, parts[i])).toArray());
    }

    private static int indexOf(Schema.Field field, List<String> names, JavaType type) {
        int[] found = IntStream.range(0, names.size()).filter(i -> names.get(i).equalsIgnoreCase(field.name()))
                .toArray();
        if (found.length != 1) {
            throw new IllegalArgumentException(
                    type + " has " + (found.length == 0 ? "no component" : "several components") + " for the field '"
                            + field + "'");
        }
        return found[0];
    }

    private static @Nullable Object absent(JavaType owner, RecordComponent part) {
        try {
            return EmptyValue.of(JavaType.of(part, owner.variables()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the component '" + part.getName() + "' of " + owner
                    + " stands for no field of the layout: " + e.getMessage(), e);
        }
    }

    /** Returns the index of the component that stands for the field. */
    int component(int field) {
        return byField[field];
    }

    /** Returns the constructor with the fields for parameters; the components that stand for none are bound. */
    MethodHandle arrange(MethodHandle constructor) {
        Class<?>[] fields = Arrays.stream(byField).mapToObj(constructor.type()::parameterType).toArray(Class<?>[]::new);
        MethodHandle bound = constructor;
        int[] order = IntStream.range(0, absent.length).map(this::fieldOf).toArray();
        for (int i = order.length - 1; i >= 0; i--) {
            if (order[i] < 0) {
                bound = MethodHandles.insertArguments(bound, i, absent[i]);
            }
        }
        return MethodHandles.permuteArguments(bound, MethodType.methodType(constructor.type().returnType(), fields),
                Arrays.stream(order).filter(field -> field >= 0).toArray());
    }

    private int fieldOf(int component) {
        return IntStream.range(0, byField.length).filter(field -> byField[field] == component).findFirst().orElse(-1);
    }

    /** Returns the values of all components, those of the fields still missing. */
    @Nullable Object[] withoutFields() {
        return absent.clone();
    }
}
