package io.ergo.network.edf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** A type that was registered under a wire name: its schema, and who writes and reads its bodies. Immutable; any thread. */
abstract class RegisteredType {

    private final Schema schema;
    private final WireType.Registered type;
    private final byte[] header;
    private final int leastBytes;

    RegisteredType(Schema schema, int leastBytes) {
        this.schema = schema;
        this.type = new WireType.Registered(schema.name());
        this.header = header(schema.name().getBytes(StandardCharsets.UTF_8));
        this.leastBytes = leastBytes;
    }

    private static byte[] header(byte[] name) {
        return ByteBuffer.allocate(Byte.BYTES + Short.BYTES + name.length).put(Tags.REGISTERED)
                .putShort((short) name.length).put(name).array();
    }

    /** Returns what announces the type by its name; not to be changed. */
    final byte[] header() {
        return header;
    }

    final String name() {
        return schema.name();
    }

    final Schema schema() {
        return schema;
    }

    final WireType.Registered type() {
        return type;
    }

    final int leastBytes() {
        return leastBytes;
    }

    /** Returns the error for a value that is none of the type; the value itself may be long, or a secret. */
    EdfException wrongValue(@Nullable Object value) {
        return switch (value) {
            case EdfValue.Struct struct ->
                    refused("a struct " + struct.name() + " of " + struct.fields().size() + " fields");
            case EdfValue.Named named -> refused("a value of " + named.name());
            case EdfValue.Opaque other -> refused("a value of " + other.name());
            case null, default -> EdfException.wrongValue(value, schema);
        };
    }

    private EdfException refused(String what) {
        return EdfException.encoding(what + " cannot be written as " + schema);
    }

    abstract void write(EdfWriter out, @Nullable Object value);

    abstract Object read(EdfReader in);

    /** Returns the codec for places whose static type this is. */
    final Codec codec() {
        return new RegisteredCodec(this);
    }
}
