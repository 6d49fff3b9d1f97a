package io.ergo.network.compression;

import io.ergo.network.WireException;
import org.jspecify.annotations.Nullable;

/** Bytes that cannot be unpacked: damaged, cut off, beyond the limit, or of another length than announced. */
public final class CompressionException extends WireException {

    private static final long serialVersionUID = 1L;

    CompressionException(String what, int offset) {
        super(what, offset);
    }

    CompressionException(String what, int offset, @Nullable Throwable cause) {
        super(what, offset, cause);
    }
}
