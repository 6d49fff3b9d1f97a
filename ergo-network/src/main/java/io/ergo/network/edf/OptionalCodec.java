package io.ergo.network.edf;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** An {@code Optional} as what it holds, or null. */
final class OptionalCodec extends Codec {

    private final Codec value;

    /**
     * Creates one.
     *
     * @param value takes null
     */
    OptionalCodec(Codec value) {
        super(value.leastBytes());
        this.value = value;
    }

    @Override
    WireType type() {
        return value.type();
    }

    @Override
    void write(EdfWriter out, @Nullable Object given) {
        if (!(given instanceof Optional<?> optional)) {
            throw wrongValue(given);
        }
        value.write(out, optional.isPresent() ? optional.get() : null);
    }

    @Override
    Object read(EdfReader in) {
        return Optional.ofNullable(value.read(in));
    }
}
