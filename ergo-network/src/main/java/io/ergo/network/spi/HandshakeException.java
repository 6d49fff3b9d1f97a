package io.ergo.network.spi;

import io.ergo.network.WireException;

/** Why a handshake failed. Contains nothing from which the cookie could be found. */
public final class HandshakeException extends WireException {

    private static final long serialVersionUID = 1L;

    private final HandshakeCheck check;

    /**
     * Creates one.
     *
     * @param what what was found and what was expected
     */
    public HandshakeException(HandshakeCheck check, String what) {
        this(check, what, -1);
    }

    /** Creates one about the byte at the offset of a message. */
    public HandshakeException(HandshakeCheck check, String what, int offset) {
        super(what, offset);
        this.check = check;
    }

    /** Returns what it failed at. */
    public HandshakeCheck check() {
        return check;
    }
}
