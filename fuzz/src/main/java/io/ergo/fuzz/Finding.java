package io.ergo.fuzz;

/** A decoder did what it must not do. */
final class Finding extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Finding(String message) {
        super(message);
    }
}
