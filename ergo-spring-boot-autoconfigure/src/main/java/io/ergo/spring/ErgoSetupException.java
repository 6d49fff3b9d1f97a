package io.ergo.spring;

/** A mistake in how actors, supervisors and applications are declared, found when the context starts. */
public final class ErgoSetupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * Creates the report of a mistake.
     *
     * @param what what is wrong, and with which value
     * @param action what to do about it
     */
    public ErgoSetupException(String what, String action) {
        super(what);
        this.action = action;
    }

    /** Returns what to do about it. */
    public String action() {
        return action;
    }
}
