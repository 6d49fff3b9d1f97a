package io.ergo.interop.vectors;

/** A file that is not there or holds no vectors. */
final class UnusableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableFileException(String message) {
        super(message, null, false, false);
    }
}
