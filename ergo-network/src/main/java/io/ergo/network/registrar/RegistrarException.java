package io.ergo.network.registrar;

import io.ergo.network.WireException;

/** Bytes that are no packet of a registrar, or a packet that is too long for its receivers. */
public final class RegistrarException extends WireException {

    private static final long serialVersionUID = 1L;

    RegistrarException(String what, int offset) {
        super(what, offset);
    }
}
