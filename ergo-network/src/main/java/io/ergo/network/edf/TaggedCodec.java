package io.ergo.network.edf;

import org.jspecify.annotations.Nullable;

/**
 * Values of one type with the type in front of them, so that there can be none.
 *
 * @param value of what stands behind the type
 * @param nullable whether there can be none
 */
record TaggedCodec(Codec value, boolean nullable) implements Codec {

    @Override
    public int leastBytes() {
        return Scalar.ANY.leastBytes();
    }

    @Override
    public Scalar type() {
        return Scalar.ANY;
    }

    @Override
    public Codec orNull() {
        return new TaggedCodec(value, true);
    }

    @Override
    public void write(EdfWriter out, @Nullable Object given) {
        if (given != null) {
            writeType(out);
            value.write(out, given);
        } else if (nullable) {
            out.putNil();
        } else {
            throw wrongValue(null);
        }
    }

    private void writeType(EdfWriter out) {
        if (value instanceof RegisteredCodec known) {
            out.types().write(out, known.registered());
        } else {
            Tagged.writeType(out, value.type());
        }
    }

    @Override
    public @Nullable Object read(EdfReader in) {
        WireType type = Tagged.readType(in);
        if (type == null && nullable) {
            return null;
        }
        if (!value.type().equals(type)) {
            throw in.misfit("a value of type " + (type == null ? "nil" : type) + " stands where " + value.type()
                    + " is expected");
        }
        return value.read(in);
    }
}
