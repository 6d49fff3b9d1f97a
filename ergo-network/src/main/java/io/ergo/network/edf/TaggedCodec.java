package io.ergo.network.edf;

import org.jspecify.annotations.Nullable;

/** Values of one type with the type in front of them, so that there can be none. */
final class TaggedCodec extends Codec {

    private final Codec value;
    private final boolean nullable;

    TaggedCodec(Codec value, boolean nullable) {
        super(Scalar.ANY.leastBytes());
        this.value = value;
        this.nullable = nullable;
    }

    @Override
    Scalar type() {
        return Scalar.ANY;
    }

    @Override
    Codec orNull() {
        return new TaggedCodec(value, true);
    }

    @Override
    void write(EdfWriter out, @Nullable Object given) {
        if (given != null) {
            Tagged.writeType(out, value.type());
            value.write(out, given);
        } else if (nullable) {
            out.putByte(Tags.NIL);
        } else {
            throw wrongValue(null);
        }
    }

    @Override
    @Nullable Object read(EdfReader in) {
        WireType type = Tagged.readType(in);
        if (type == null && nullable) {
            return null;
        }
        if (!value.type().equals(type)) {
            throw in.fail("a value of type " + (type == null ? "nil" : type) + " stands where " + value.type()
                    + " is expected");
        }
        return value.read(in);
    }
}
