package io.ergo;

/**
 * A failed operation: the {@link Reason} with the text of the wire, and what was asked of whom. Operations of the runtime throw no
 * other exception for a failure that is foreseen. A thread that is interrupted while it waits goes on waiting and keeps its interrupt.
 */
public final class ErgoException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final String asked;

    private ErgoException(Reason reason, String asked, boolean withStackTrace) {
        super(asked.isEmpty() ? reason.text() : reason.text() + ": " + asked, reason.exception().orElse(null), false,
                withStackTrace);
        this.reason = reason;
        this.asked = asked;
    }

    /**
     * Returns an exception for a misuse, with its stack trace.
     *
     * @param asked what was asked of whom, and the way out; empty if the reason says it all
     */
    public static ErgoException of(Reason reason, String asked) {
        return new ErgoException(reason, asked, true);
    }

    /** Returns an exception without stack trace: for outcomes of sends and calls, which may be frequent. */
    public static ErgoException light(Reason reason, String asked) {
        return new ErgoException(reason, asked, false);
    }

    /** Returns why the operation failed. */
    public Reason reason() {
        return reason;
    }

    /** Returns what was asked of whom; empty if the reason says it all. */
    public String asked() {
        return asked;
    }
}
