package io.ergo.network.enp.request;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.ergo.Ref;
import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EdfException;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfValue;
import io.ergo.network.edf.Schema;
import io.ergo.network.framework.AnnouncedTables;
import io.ergo.network.framework.WireNames;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@link MessageUpdateCache} in the generic form. Entries whose name is not UTF-8, or whose error has no text, are left out, see
 * {@link AnnouncedTables}. The record is not tried first: both readings together would take more memory than one input may.
 */
final class LenientUpdate {

    private static final String NAME = WireNames.PROTO + "MessageUpdateCache";
    /** A name of a type and what stands in front of it have no more bytes. */
    private static final int MOST_FRONT = 4098;
    private static final Schema SCHEMA = schema();
    /** The limits are those of the settings, so there are few. */
    private static final Map<EdfLimits, EdfRegistry> BY_LIMITS = new ConcurrentHashMap<>();

    private LenientUpdate() {}

    private static Schema schema() {
        EdfRegistry records = new EdfRegistry(EdfLimits.defaults());
        records.register(MessageUpdateCache.class);
        return records.schema(NAME).orElseThrow();
    }

    private static EdfRegistry generic(EdfLimits limits) {
        EdfRegistry generic = new EdfRegistry(limits);
        generic.register(SCHEMA);
        return generic;
    }

    /** Returns whether the bytes begin one. Of those outside the heap only the front is copied for it. */
    static boolean isOne(EdfReader in, DecodeTables tables, ByteBuf bytes) {
        try {
            in.reset(tables, bytes.slice(bytes.readerIndex(), Math.min(bytes.readableBytes(), MOST_FRONT)));
            return NAME.equals(in.getTypeName());
        } catch (EdfException _) { // its name is cut
            return false;
        }
    }

    /**
     * Returns the message; null if an atom is to be replaced by one that is not UTF-8, and would be read unreplaced.
     *
     * @throws EdfException if it is wrong, or beyond the limits
     */
    static @Nullable MessageUpdateCache read(DecodeTables tables, EdfLimits limits, ByteBuf bytes) {
        EdfReader in = BY_LIMITS.computeIfAbsent(limits, LenientUpdate::generic).reader(tables);
        in.reset(bytes);
        return in.getAny() instanceof EdfValue.Struct struct ? message(struct.fields()) : null;
    }

    private static @Nullable MessageUpdateCache message(List<? extends @Nullable Object> fields) {
        return fields.get(4) instanceof Ref ref && AnnouncedTables.isReplaceable(fields.get(1))
                ? new MessageUpdateCache(fixed(AnnouncedTables.names(fields.get(0))),
                        fixed(AnnouncedTables.mapping(fields.get(1))), fixed(AnnouncedTables.names(fields.get(2))),
                        fixed(AnnouncedTables.errors(fields.get(3))), ref)
                : null;
    }

    private static <K, V> @Nullable Map<K, V> fixed(@Nullable Map<K, V> table) {
        return table == null ? null : Collections.unmodifiableMap(table);
    }
}
