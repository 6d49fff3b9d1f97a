package io.ergo.network.edf;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Lists, sets, arrays and maps of Java, by way of {@link EdfList} and {@link EdfMap}: the reference for whatever does the same faster.
 *
 * @param wire of the slice, array or map
 * @param container what becomes of it
 * @param nullable whether nil becomes null; else it becomes an empty one
 */
record ContainerCodec(Codec wire, Container container, boolean nullable) implements Codec {

    @Override
    public int leastBytes() {
        return wire.leastBytes();
    }

    @Override
    public WireType type() {
        return wire.type();
    }

    @Override
    public Codec orNull() {
        return type() instanceof WireType.Array ? Codec.super.orNull() : new ContainerCodec(wire, container, true);
    }

    @Override
    public void write(EdfWriter out, @Nullable Object value) {
        if (value == null ? !nullable : !container.holds(value)) {
            throw wrongValue(value);
        }
        wire.write(out, value == null ? null : container.open(value));
    }

    @Override
    public @Nullable Object read(EdfReader in) {
        Object value = wire.read(in);
        boolean nil = (value instanceof EdfList list && list.isNil()) || (value instanceof EdfMap map && map.isNil());
        return nil && nullable ? null : container.close(Objects.requireNonNull(value));
    }
}
