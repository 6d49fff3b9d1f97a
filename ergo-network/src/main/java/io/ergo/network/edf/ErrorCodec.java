package io.ergo.network.edf;

import io.ergo.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Errors as {@link Reason}.
 *
 * @param nullable whether the nil error is taken, which is null
 */
record ErrorCodec(boolean nullable) implements Codec {

    @Override
    public int leastBytes() {
        return Scalar.ERROR.leastBytes();
    }

    @Override
    public Scalar type() {
        return Scalar.ERROR;
    }

    @Override
    public Codec orNull() {
        return new ErrorCodec(true);
    }

    @Override
    public void write(EdfWriter out, @Nullable Object value) {
        if (value == null && nullable) {
            out.putError((Reason) null);
        } else if (value instanceof Reason reason) {
            out.putError(reason);
        } else {
            throw wrongValue(value);
        }
    }

    @Override
    public @Nullable Object read(EdfReader in) {
        Reason error = in.getError();
        if (error == null && !nullable) {
            throw in.fail("the error is nil; what may be nil is @Nullable or Optional");
        }
        return error;
    }
}
