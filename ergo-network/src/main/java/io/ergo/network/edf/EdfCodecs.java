package io.ergo.network.edf;

/** How the records of a registry are written and read. Both ways write the same bytes, and refuse the same values and bytes with the same errors. */
public enum EdfCodecs {
    /**
     * By a hidden class for each record, made when it is registered. Where the JVM allows no hidden classes, such as in a native image, it is as
     * {@link #INTERPRETIVE}; {@link EdfRegistry#isGenerated} tells.
     */
    GENERATED,
    /** From component to component, by reflection: several times slower, but easy to follow in a debugger. */
    INTERPRETIVE
}
