package io.ergo.network.edf;

import org.jspecify.annotations.Nullable;

/** A type that was registered under a wire name: its schema, and who writes and reads its bodies. Immutable; any thread. */
abstract class RegisteredType {

    private final Schema schema;
    private final int leastBytes;

    RegisteredType(Schema schema, int leastBytes) {
        this.schema = schema;
        this.leastBytes = leastBytes;
    }

    final String name() {
        return schema.name();
    }

    final Schema schema() {
        return schema;
    }

    final int leastBytes() {
        return leastBytes;
    }

    abstract void write(EdfWriter out, @Nullable Object value);

    abstract @Nullable Object read(EdfReader in);

    /** Returns the codec for places whose static type this is. */
    final Codec codec() {
        return new InPlace(this);
    }

    private static final class InPlace extends Codec {

        private final RegisteredType registered;

        InPlace(RegisteredType registered) {
            super(registered.leastBytes);
            this.registered = registered;
        }

        @Override
        WireType type() {
            return new WireType.Registered(registered.name());
        }

        @Override
        void write(EdfWriter out, @Nullable Object value) {
            registered.write(out, value);
        }

        @Override
        @Nullable Object read(EdfReader in) {
            return registered.read(in);
        }
    }
}
