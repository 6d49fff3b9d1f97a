package io.ergo.network.enp.request;

import java.util.Map;

import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.network.edf.EdfField;
import io.ergo.network.edf.EdfType;
import io.ergo.network.framework.WireNames;
import org.jspecify.annotations.Nullable;

/**
 * Adds to what the sender announced in the handshake: ids that it will use from now on. Never sent to Go nodes before 3.3.0, which may end the
 * connection.
 *
 * @param atomCache atoms by id, 256 to 65535
 * @param atomMapping atoms that the receiver replaces when it decodes, and by what
 * @param regCache names of types by id, 4096 to 65535
 * @param errCache errors by id, 32768 to 65534
 * @param ref ties the result to the request
 */
@EdfType(WireNames.PROTO + "MessageUpdateCache")
public record MessageUpdateCache(@EdfField("map[uint16]atom") @Nullable Map<Integer, String> atomCache,
        @EdfField("map[atom]atom") @Nullable Map<String, String> atomMapping,
        @EdfField("map[uint16]string") @Nullable Map<Integer, String> regCache,
        @EdfField("map[uint16]error") @Nullable Map<Integer, Reason> errCache, Ref ref) implements NodeRequest {}
