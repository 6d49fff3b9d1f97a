package io.ergo.network.edf;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A scalar, slice, array or map under a name of its own, without a class: {@link EdfValue.Named}. */
final class GenericNamed extends RegisteredType {

    private final Codec base;

    /**
     * Creates one.
     *
     * @param base writes and reads the body; for slices and maps with the mark of registered types
     */
    GenericNamed(Schema.Named schema, Codec base) {
        super(schema, base.leastBytes());
        this.base = base;
    }

    @Override
    void write(EdfWriter out, @Nullable Object value) {
        if (!(value instanceof EdfValue.Named given) || !given.name().equals(name())) {
            throw wrongValue(value);
        }
        base.write(out, given.value());
    }

    @Override
    EdfValue.Named read(EdfReader in) {
        return new EdfValue.Named(name(), plain(base.read(in)));
    }

    /** The type of the items is known from the schema, so a plain list or map will do, and null for nil. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case EdfList list -> (List<?>) list.itemsOrNull();
            case EdfMap map -> (Map<?, ?>) map.entriesOrNull();
            case null, default -> value;
        };
    }
}
