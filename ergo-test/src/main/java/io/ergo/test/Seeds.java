package io.ergo.test;

import java.util.concurrent.ThreadLocalRandom;

/** Draws seeds for tests that name none. */
final class Seeds {

    static final String PROPERTY = "ergo.test.seed";

    private static final int GREATEST = 1_000_000_000;

    private Seeds() {}

    /** Returns one that is easy to type. */
    static long draw() {
        return ThreadLocalRandom.current().nextInt(1, GREATEST);
    }

    /** Reads the value of the property. */
    static long parse(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(PROPERTY + " is '" + text + "' but must be a whole number", e);
        }
    }
}
