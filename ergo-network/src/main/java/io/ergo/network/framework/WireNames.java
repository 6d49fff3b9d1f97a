package io.ergo.network.framework;

/** Where the names of the framework's types begin. */
public final class WireNames {

    /** All of them. */
    public static final String ERGO = "#ergo.services/ergo/";
    /** Those of general use. */
    public static final String GEN = ERGO + "gen/";
    /** Those of requests. */
    public static final String PROTO = ERGO + "net/proto/";
    /** Those of the handshake. */
    public static final String HANDSHAKE = ERGO + "net/handshake/";
    /** Those of the embedded registrar. */
    public static final String REGISTRAR = ERGO + "net/registrar/";

    private WireNames() {}
}
