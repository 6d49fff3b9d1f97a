package io.ergo;

/**
 * Thrown inside a handler, ends the process with the given reason. Any other exception that leaves a handler ends it with
 * {@link Reason#PANIC}. It carries no stack trace.
 */
public final class Stop extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    /** Creates the order to end with the reason. */
    public Stop(Reason reason) {
        super(Checks.present("the reason of a stop", reason).text(), null, false, false);
        this.reason = reason;
    }

    /** Returns the reason the process ends with. */
    public Reason reason() {
        return reason;
    }
}
