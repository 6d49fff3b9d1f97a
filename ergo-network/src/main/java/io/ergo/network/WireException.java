package io.ergo.network;

import org.jspecify.annotations.Nullable;

/**
 * Bytes that are not what a peer may send, or something that cannot be turned into bytes. Each format has its own kind; no other exception leaves a
 * decoder because of its input. Without a stack trace: a peer must not be able to make errors expensive.
 */
public class WireException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final int offset;

    /**
     * Creates one.
     *
     * @param what what was found and what was expected; no secrets, since it is logged
     * @param offset where in the bytes, counted from the begin of the message; −1 if it is not about bytes that were read
     */
    public WireException(String what, int offset) {
        this(what, offset, null);
    }

    /** Creates one with a cause. */
    public WireException(String what, int offset, @Nullable Throwable cause) {
        super(what, cause, false, false);
        this.what = what;
        this.offset = offset;
    }

    /** Returns what was found and what was expected, without the place. */
    public final String what() {
        return what;
    }

    /** Returns where in the bytes, counted from the begin of the message; −1 if it is not about bytes that were read. */
    public final int offset() {
        return offset;
    }

    /** Returns what was wrong, and where. */
    @Override
    public String getMessage() {
        return offset < 0 ? what : what + " at offset " + offset;
    }
}
