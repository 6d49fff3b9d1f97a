package io.ergo.network.edf;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Lists, sets, arrays and maps of Java. Nil becomes null where that is allowed, else an empty one. */
final class ContainerCodec extends Codec {

    private final Codec wire;
    private final Container container;
    private final boolean nullable;

    /**
     * Creates one.
     *
     * @param wire of the slice, array or map
     * @param container what becomes of it
     */
    ContainerCodec(Codec wire, Container container, boolean nullable) {
        super(wire.leastBytes());
        this.wire = wire;
        this.container = container;
        this.nullable = nullable;
    }

    @Override
    WireType type() {
        return wire.type();
    }

    @Override
    Codec orNull() {
        return type() instanceof WireType.Array ? super.orNull() : new ContainerCodec(wire, container, true);
    }

    @Override
    void write(EdfWriter out, @Nullable Object value) {
        if (value == null ? !nullable : !container.holds(value)) {
            throw wrongValue(value);
        }
        wire.write(out, value == null ? null : container.open(value));
    }

    @Override
    @Nullable Object read(EdfReader in) {
        Object value = wire.read(in);
        boolean nil = (value instanceof EdfList list && list.isNil()) || (value instanceof EdfMap map && map.isNil());
        return nil && nullable ? null : container.close(Objects.requireNonNull(value));
    }
}
