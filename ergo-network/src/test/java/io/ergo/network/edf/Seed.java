package io.ergo.network.edf;

import org.junit.jupiter.api.TestReporter;

/** What random tests begin with. */
final class Seed {

    private static final String PROPERTY = "ergo.edf.seed";

    private Seed() {}

    /** Returns that of the property, else a new one; it is in the log of the build and in the report of the test. */
    static long take(TestReporter reporter) {
        long seed = Long.getLong(PROPERTY, System.nanoTime());
        System.out.println("seed " + seed + ", to be repeated with -D" + PROPERTY + "=" + seed);
        reporter.publishEntry("seed", Long.toString(seed));
        return seed;
    }
}
