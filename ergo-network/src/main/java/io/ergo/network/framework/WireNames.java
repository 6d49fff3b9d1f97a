package io.ergo.network.framework;

/** Where the names of the framework's types begin. */
final class WireNames {

    static final String GEN = "#ergo.services/ergo/gen/";

    private WireNames() {}
}
