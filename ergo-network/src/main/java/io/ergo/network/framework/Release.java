package io.ergo.network.framework;

import java.util.Collection;
import java.util.List;

import io.ergo.Reason;
import io.ergo.network.edf.Schema;

/**
 * A release of the Ergo Framework. Releases differ in the fields of some of the framework's types. Nothing on the wire says which release a peer
 * is; it shows in what the peer announces.
 */
public enum Release {

    /** 3.1.0, and the development state before 3.2.0. */
    V3_1("3.1.0", List.of(), RegisteredErrors.UNTIL_3_2),
    /** 3.2.0. */
    V3_2("3.2.0", V3_1.schemas, RegisteredErrors.UNTIL_3_2),
    /** 3.3.0, without what its schema evolution adds. */
    V3_3("3.3.0", V3_2.schemas, RegisteredErrors.SINCE_3_3);

    private static final List<String> SIGNS_OF_3_3 = List.of(WireNames.HANDSHAKE + "MessageReject",
            WireNames.GEN + "Tracing");
    private static final String SIGN_OF_3_2 = WireNames.PROTO + "MessageApplicationInfo";
    /** Bits 7 to 18, which had no meaning before 3.3.0. */
    private static final long FLAGS_OF_3_3 = 0x7ff80;

    private final String number;
    private final List<Schema> schemas;
    private final List<Reason> errors;

    Release(String number, List<Schema> before, List<Reason> errors) {
        this.number = number;
        this.schemas = TypesFile.read("types-" + number + ".txt", before);
        this.errors = errors;
    }

    /**
     * Tells which release a peer is.
     *
     * @param typeNames what it announces in its type cache
     * @param flags what it announces
     * @param otherwise what is assumed of a peer that shows nothing
     */
    public static Release of(Collection<String> typeNames, NetworkFlags flags, Release otherwise) {
        if (typeNames.isEmpty()) {
            return (flags.bits() & FLAGS_OF_3_3) != 0 ? V3_3 : otherwise;
        }
        if (SIGNS_OF_3_3.stream().anyMatch(typeNames::contains)) {
            return V3_3;
        }
        return typeNames.contains(SIGN_OF_3_2) ? V3_2 : V3_1;
    }

    /** Returns the types of the framework in the order in which a Go node registers them: each behind those it consists of. */
    public List<Schema> schemas() {
        return schemas;
    }

    /** Returns the errors that a Go node sends by id, in the order of the ids. */
    public List<Reason> errors() {
        return errors;
    }

    /** Returns the number, such as 3.2.0. */
    @Override
    public String toString() {
        return number;
    }
}
