package io.ergo.network.enp;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.netty.buffer.ByteBuf;

/**
 * The kinds of frames of a sealed family, found by their type byte. Made from the family itself when it is first used; a record that does not fit in
 * fails that at once.
 *
 * @param <F> the family
 */
final class FrameTable<F> {

    private static final int NUMBERS = 256;

    private final List<Kind<F>> kinds;
    private final Map<Class<?>, Integer> numbers;

    /** Makes a frame of what follows the header. Public for {@link MethodHandleProxies}. */
    @FunctionalInterface
    public interface Reader<F> {

        /** Reads the fixed part, which is there, and takes the rest as payload. */
        F read(FrameHeader header, ByteBuf body);
    }

    private record Kind<F>(String name, int fixed, Reader<F> reader) {}

    private FrameTable(List<Kind<F>> kinds, Map<Class<?>, Integer> numbers) {
        this.kinds = kinds;
        this.numbers = numbers;
    }

    /**
     * Makes the table.
     *
     * @param family sealed; its records have a {@link FrameType}
     * @param unknown the one that has none: it is made of frames with any other number
     * @param lookup that may call the records
     * @throws IllegalStateException if a record has no number, no method to read it, or the number of another
     */
    static <F> FrameTable<F> of(Class<F> family, Class<? extends F> unknown, MethodHandles.Lookup lookup) {
        Kind<F> other = new Kind<>(unknown.getSimpleName(), FrameHeader.BYTES, reader(unknown, lookup));
        List<Kind<F>> kinds = new ArrayList<>(Collections.nCopies(NUMBERS, other));
        Map<Class<?>, Integer> numbers = new HashMap<>();
        for (Class<?> each : family.getPermittedSubclasses()) {
            if (each != unknown) {
                Class<? extends F> record = each.asSubclass(family);
                FrameType type = type(record);
                Kind<F> before = kinds.set(type.number(),
                        new Kind<>(record.getSimpleName(), type.fixed(), reader(record, lookup)));
                check(before.equals(other), record, "has the number " + type.number() + " of " + before.name());
                numbers.put(record, type.number());
            }
        }
        return new FrameTable<>(List.copyOf(kinds), Map.copyOf(numbers));
    }

    private static FrameType type(Class<?> record) {
        FrameType type = record.getAnnotation(FrameType.class);
        check(type != null, record, "has no @FrameType");
        Objects.requireNonNull(type);
        check(type.number() >= 0 && type.number() < NUMBERS, record, "has the number " + type.number()
                + " but must have 0 to 255");
        check(type.fixed() >= FrameHeader.BYTES, record, "has a fixed part of " + type.fixed()
                + " bytes but the header alone has " + FrameHeader.BYTES);
        return type;
    }

    @SuppressWarnings("unchecked") // the handle gives a member of the family
    private static <F> Reader<F> reader(Class<? extends F> record, MethodHandles.Lookup lookup) {
        try {
            MethodHandle read = lookup.findStatic(record, "read",
                    MethodType.methodType(record, FrameHeader.class, ByteBuf.class));
            return MethodHandleProxies.asInterfaceInstance(Reader.class, read);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException(
                    record.getName() + " has no static method '" + record.getSimpleName()
                            + " read(FrameHeader, ByteBuf)'",
                    e);
        }
    }

    private static void check(boolean right, Class<?> record, String what) {
        if (!right) {
            throw new IllegalStateException(record.getName() + " " + what);
        }
    }

    /**
     * Reads a frame.
     *
     * @param body what follows the header; the payload of the frame is a part of it and not retained
     * @throws FrameException of this frame alone
     */
    F read(FrameHeader header, ByteBuf body) {
        Kind<F> kind = kinds.get(header.type());
        int length = FrameHeader.BYTES + body.readableBytes();
        if (length < kind.fixed()) {
            throw FrameException.ofFrame(
                    "a " + kind.name() + " has " + length + " bytes but at least " + kind.fixed(), length);
        }
        return kind.reader().read(header, body);
    }

    /** Returns whether there is a record for the number. */
    boolean isKnown(int number) {
        return numbers.containsValue(number);
    }

    int number(Class<?> record) {
        Integer number = numbers.get(record);
        if (number == null) {
            throw new IllegalArgumentException(record.getName() + " has no number of its own");
        }
        return number;
    }
}
