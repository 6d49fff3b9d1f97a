package io.ergo.network.edf;

import io.ergo.Reason;
import org.jspecify.annotations.Nullable;

/** Errors as {@link Reason}; the nil error is null where that is allowed. */
final class ErrorCodec extends Codec {

    private final boolean nullable;

    ErrorCodec(boolean nullable) {
        super(Scalar.ERROR.leastBytes());
        this.nullable = nullable;
    }

    @Override
    Scalar type() {
        return Scalar.ERROR;
    }

    @Override
    Codec orNull() {
        return new ErrorCodec(true);
    }

    @Override
    void write(EdfWriter out, @Nullable Object value) {
        if (value == null && nullable) {
            out.putError((Reason) null);
        } else if (value instanceof Reason reason) {
            out.putError(reason);
        } else {
            throw wrongValue(value);
        }
    }

    @Override
    @Nullable Object read(EdfReader in) {
        Reason error = in.getError();
        if (error == null && !nullable) {
            throw in.fail("the error is nil; what may be nil is @Nullable or Optional");
        }
        return error;
    }
}
