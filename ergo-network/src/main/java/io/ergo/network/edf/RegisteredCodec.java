package io.ergo.network.edf;

import org.jspecify.annotations.Nullable;

/**
 * The values of a registered type where the type is known.
 *
 * @param registered the type
 */
record RegisteredCodec(RegisteredType registered) implements Codec {

    @Override
    public int leastBytes() {
        return registered.leastBytes();
    }

    @Override
    public WireType type() {
        return registered.type();
    }

    @Override
    public void write(EdfWriter out, @Nullable Object value) {
        registered.write(out, value);
    }

    @Override
    public @Nullable Object read(EdfReader in) {
        return registered.read(in);
    }
}
