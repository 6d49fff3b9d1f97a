package io.ergo.network.edf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.ergo.network.Printable;
import org.jspecify.annotations.Nullable;

/** What announces values, as a reader finds it. The latest type is kept, since the next value is often of the same. */
final class LatestTypesRead {

    /** Of a name that a peer sent, in an error. */
    private static final int MOST_NAME_CHARS = 128;
    private final EdfRegistry registry;

    private int version;
    private @Nullable RegisteredType latestNamed;
    private @Nullable RegisteredType latestWithId;
    private int latestId;

    private byte[] latestHeader = new byte[0];
    private @Nullable Codec latestComposite;

    LatestTypesRead(EdfRegistry registry) {
        this.registry = registry;
        this.version = registry.known().version();
    }

    /** Forgets the latest types, if others were registered since, or a registration failed. */
    void begin() {
        int current = registry.known().version();
        if (version != current) {
            version = current;
            latestNamed = null;
            latestWithId = null;
            latestComposite = null;
        }
    }

    /** Reads which registered type follows {@link Tags#REGISTERED}. */
    RegisteredType registered(EdfReader in) {
        int length = in.getUnsignedShort();
        if (length >= CacheIds.TYPE.first) {
            return length == latestId && latestWithId != null ? latestWithId : withId(in, length);
        }
        int at = in.take(length);
        RegisteredType latest = latestNamed;
        if (latest != null && NameIndex.isName(latest, in.array(), at, length)) {
            return latest;
        }
        RegisteredType found = registry.known().named(in.array(), at, length);
        if (found == null) {
            throw unknown(new String(in.array(), at, length, StandardCharsets.UTF_8), in);
        }
        latestNamed = found;
        return found;
    }

    private RegisteredType withId(EdfReader in, int id) {
        String name = in.tables().type(id);
        if (name == null) {
            throw in.misfit("the peer did not announce a type with the id " + id);
        }
        RegisteredType found = registry.known().named(name);
        if (found == null) {
            throw unknown(name, in);
        }
        latestWithId = found;
        latestId = id;
        return found;
    }

    private static EdfException unknown(String name, EdfReader in) {
        return in.fail("the type " + Printable.of(name, MOST_NAME_CHARS)
                + " is not registered here, so its fields are not known");
    }

    /** Reads which slice, array or map follows {@link Tags#FOLDED}. */
    Codec composite(EdfReader in) {
        int begin = in.position();
        Codec latest = latestComposite;
        byte[] header = latestHeader;
        if (latest != null && header.length <= in.remaining()
                && Arrays.equals(header, 0, header.length, in.array(), begin, begin + header.length)) {
            in.take(header.length);
            return latest;
        }
        Codec found = registry.codec(Tagged.readFoldedType(in), in);
        int end = in.position();
        if (!(found instanceof ScalarCodec)) {
            latestHeader = Arrays.copyOfRange(in.array(), begin, end);
            latestComposite = found;
        }
        return found;
    }
}
