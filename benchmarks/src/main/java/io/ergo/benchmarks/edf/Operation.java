package io.ergo.benchmarks.edf;

import java.util.Locale;

/** What is done with a value. */
public enum Operation {

    /** Value to bytes, into a buffer that is there. */
    ENCODE,
    /** Bytes to value. */
    DECODE;

    /** Returns the name on the command line, which is the name of the method in {@link FormatBenchmark}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
