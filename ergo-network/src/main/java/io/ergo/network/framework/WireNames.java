package io.ergo.network.framework;

/** Where the names of the framework's types begin. */
public final class WireNames {

    /** All of them. */
    public static final String ERGO = "#ergo.services/ergo/";
    /** Those of general use. */
    public static final String GEN = ERGO + "gen/";
    /** Those of requests. */
    public static final String PROTO = ERGO + "net/proto/";

    private WireNames() {}
}
