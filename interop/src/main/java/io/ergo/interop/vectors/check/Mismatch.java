package io.ergo.interop.vectors.check;

/** A case that does not come out as the file says, or that the file says wrongly. Its message is printed below the name of the case. */
public final class Mismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates one that tells what is wrong with the case itself. */
    public Mismatch(String what) {
        super(what, null, false, false);
    }

    /** Creates one that compares. */
    public Mismatch(String what, String expected, String actual) {
        this(what + System.lineSeparator() + "    expected " + expected + System.lineSeparator() + "    actual   "
                + actual);
    }

    /** Requires that both are equal. */
    public static void requireEqual(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new Mismatch(what, String.valueOf(expected), String.valueOf(actual));
        }
    }
}
