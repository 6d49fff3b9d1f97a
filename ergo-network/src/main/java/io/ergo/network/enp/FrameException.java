package io.ergo.network.enp;

import io.ergo.network.WireException;

/** Bytes that are no frame, or a frame that cannot be written. */
public final class FrameException extends WireException {

    private static final long serialVersionUID = 1L;

    private final boolean endsLink;

    private FrameException(String what, int offset, boolean endsLink) {
        super(what, offset);
        this.endsLink = endsLink;
    }

    /** This frame is wrong, the next begins where it ends. */
    static FrameException ofFrame(String what, int offset) {
        return new FrameException(what, offset, false);
    }

    /** Where the next frame begins cannot be told, or must not be waited for. */
    static FrameException ofLink(String what, int offset) {
        return new FrameException(what, offset, true);
    }

    /** Returns whether the link has to be closed; otherwise this one frame is to be dropped and nobody is told, as Go does. */
    public boolean endsLink() {
        return endsLink;
    }
}
