package io.ergo.network.edf;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** How a writer announces the types of its values. What was found out for the latest type is kept, since the next value is often of the same. */
@SuppressWarnings("ReferenceEquality") // of the latest type, not of an equal one, which would take longer to find out
final class LatestTypesWritten {

    private static final int NO_ID = -1;

    private final EdfRegistry registry;
    private final KnownTypes known;
    private final EncodeTables tables;

    private int version;
    private @Nullable Class<?> latestClass;
    private @Nullable RegisteredType typeOfLatestClass;

    private @Nullable RegisteredType latestType;
    private int idOfLatestType;

    private @Nullable WireType seenOnce;
    private @Nullable WireType latestComposite;
    private byte[] headerOfLatestComposite = new byte[0];

    LatestTypesWritten(EdfRegistry registry, EncodeTables tables) {
        this.registry = registry;
        this.known = registry.known();
        this.tables = tables;
        this.version = known.version();
    }

    /** Forgets of which type the latest class is, if other types were registered since. */
    void begin() {
        int current = known.version();
        if (version != current) {
            version = current;
            latestClass = null;
            typeOfLatestClass = null;
        }
    }

    /** Returns the type if the latest value whose class is registered was of the class. */
    @Nullable RegisteredType latest(Object value) {
        return value.getClass() == latestClass ? typeOfLatestClass : null;
    }

    /** Returns the registered type of the value, null if there is none. */
    @Nullable RegisteredType find(Object value) {
        RegisteredType type = registry.typeOf(value);
        if (type != null && !(value instanceof EdfValue)) {
            latestClass = value.getClass();
            typeOfLatestClass = type;
        }
        return type;
    }

    /** Writes the id of the type if there is one, else its name. */
    void write(EdfWriter out, RegisteredType type) {
        if (type != latestType) {
            Integer id = tables.types().get(type.name());
            idOfLatestType = id == null ? NO_ID : id;
            latestType = type;
        }
        if (idOfLatestType == NO_ID) {
            out.putBytes(type.header());
        } else {
            out.putTagged(Tags.REGISTERED, idOfLatestType);
        }
    }

    /** Writes the type of a slice, array or map. What was written is kept when a type comes the second time, so that types in turns cost nothing. */
    void write(EdfWriter out, WireType type) {
        if (type == latestComposite) {
            out.putBytes(headerOfLatestComposite);
            return;
        }
        int begin = out.size();
        Tagged.writeComposite(out, type);
        if (type == seenOnce) {
            latestComposite = type;
            headerOfLatestComposite = Arrays.copyOfRange(out.array(), begin, out.size());
        }
        seenOnce = type;
    }
}
