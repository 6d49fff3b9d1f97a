package io.ergo.network.handshake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.ergo.Reason;
import io.ergo.Version;
import io.ergo.network.Printable;
import io.ergo.network.edf.EdfField;
import io.ergo.network.edf.EdfType;
import io.ergo.network.framework.NetworkFlags;
import io.ergo.network.framework.WireNames;
import org.jspecify.annotations.Nullable;

/**
 * Who a side of a new connection is. Of the tables nil and empty mean the same and are kept apart.
 *
 * @param node its name
 * @param version of the program that runs it
 * @param flags what it permits
 * @param creation its incarnation, not 0
 * @param maxMessageSize the longest frame it takes, in bytes; 0 is no limit
 * @param atomCache the atoms it will send as ids
 * @param regCache the names of types it will send as ids
 * @param errCache the errors it will send as ids
 * @param digest from the dialling side, proves that it knows the cookie now; from the other empty
 */
@EdfType(WireNames.HANDSHAKE + "MessageIntroduce")
public record IntroduceMessage(@EdfField("atom") String node, Version version, NetworkFlags flags,
        @EdfField("int64") long creation, long maxMessageSize,
        @EdfField("map[uint16]atom") @Nullable Map<Integer, String> atomCache,
        @EdfField("map[uint16]string") @Nullable Map<Integer, String> regCache,
        @EdfField("map[uint16]error") @Nullable Map<Integer, Reason> errCache, String digest)
        implements
            HandshakeMessage {

    /** Copies the tables, in their order. */
    public IntroduceMessage {
        atomCache = copy(atomCache);
        regCache = copy(regCache);
        errCache = copy(errCache);
    }

    private static <T> @Nullable Map<Integer, T> copy(@Nullable Map<Integer, T> table) {
        return table == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(table));
    }

    /** Tells no digest and no tables. */
    @Override
    public String toString() {
        return label() + " of " + Printable.of(node);
    }
}
