package io.ergo.network.edf;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * An {@code Optional} as what it holds, or null.
 *
 * @param value takes null
 */
record OptionalCodec(Codec value) implements Codec {

    @Override
    public int leastBytes() {
        return value.leastBytes();
    }

    @Override
    public WireType type() {
        return value.type();
    }

    @Override
    public void write(EdfWriter out, @Nullable Object given) {
        if (!(given instanceof Optional<?> optional)) {
            throw wrongValue(given);
        }
        value.write(out, optional.isPresent() ? optional.get() : null);
    }

    @Override
    public Object read(EdfReader in) {
        return Optional.ofNullable(value.read(in));
    }
}
