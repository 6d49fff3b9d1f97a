package io.ergo.network.edf;

import org.jspecify.annotations.Nullable;

/** A class with a codec of the user's. Whatever that throws for wrong bytes becomes the decoder's own exception. */
final class CodecType<T> extends RegisteredType {

    private final EdfCodec<T> codec;
    private final boolean opaque;

    CodecType(EdfCodec<T> codec, Schema schema, int leastBytes) {
        super(schema, leastBytes);
        this.codec = codec;
        this.opaque = schema instanceof Schema.Opaque;
    }

    @Override
    void write(EdfWriter out, @Nullable Object value) {
        if (!codec.type().isInstance(value)) {
            throw wrongValue(value);
        }
        T given = codec.type().cast(value);
        out.enter();
        if (opaque) {
            int at = out.reserve(Integer.BYTES);
            writeChecked(out, given);
            Bytes.putInt(out.array(), at, out.size() - at - Integer.BYTES);
        } else {
            writeChecked(out, given);
        }
        out.leave();
    }

    private void writeChecked(EdfWriter out, T value) {
        try {
            codec.write(out, value);
        } catch (EdfException e) {
            throw e.within(name());
        } catch (RuntimeException e) {
            throw EdfException.encoding("the codec of " + name() + " refuses the value: " + e, e);
        }
    }

    @Override
    Object read(EdfReader in) {
        in.enter();
        Object value;
        if (opaque) {
            int end = in.narrow(in.getLength("payload"));
            value = readChecked(in);
            in.widen(end);
        } else {
            value = readChecked(in);
        }
        in.leave();
        return value;
    }

    private Object readChecked(EdfReader in) {
        try {
            return codec.read(in);
        } catch (EdfException e) {
            throw e.within(name());
        } catch (RuntimeException e) {
            throw in.fail("the codec of " + name() + " refuses the bytes: " + e, e);
        }
    }
}
