package io.ergo.network.registrar;

import io.ergo.network.WireException;
import org.jspecify.annotations.Nullable;

/** Bytes that are no packet of a registrar, or a packet that is too long for its receivers. */
public final class RegistrarException extends WireException {

    private static final long serialVersionUID = 1L;

    RegistrarException(String what, int offset, @Nullable Throwable cause) {
        super(what, offset, cause);
    }
}
