package io.ergo.network.enp.request;

import java.util.List;

import io.ergo.Ref;
import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EdfException;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfValue;
import io.ergo.network.framework.AnnouncedTables;
import io.ergo.network.framework.WireNames;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** Reads once more a {@link MessageUpdateCache} that is none here because of what stands in its tables, and leaves that out, see {@link AnnouncedTables}. */
final class LenientUpdate {

    private static final String NAME = WireNames.PROTO + "MessageUpdateCache";
    private static final int MOST_IDS = 65_536;
    private static final EdfRegistry GENERIC = generic();

    private LenientUpdate() {}

    private static EdfRegistry generic() {
        EdfLimits limits = EdfLimits.defaults().withCount(MOST_IDS);
        EdfRegistry records = new EdfRegistry(limits);
        records.register(MessageUpdateCache.class);
        EdfRegistry generic = new EdfRegistry(limits);
        generic.register(records.schema(NAME).orElseThrow());
        return generic;
    }

    /** Returns the message, null if it is another one, or wrong anyway. */
    static @Nullable MessageUpdateCache read(EdfReader in, DecodeTables tables, ByteBuf bytes) {
        try {
            in.reset(bytes);
            if (!NAME.equals(in.getTypeName())) {
                return null;
            }
            EdfReader again = GENERIC.reader(tables);
            again.reset(bytes);
            return again.getAny() instanceof EdfValue.Struct struct ? message(struct.fields()) : null;
        } catch (EdfException _) { // tells less than the first one
            return null;
        }
    }

    private static @Nullable MessageUpdateCache message(List<? extends @Nullable Object> fields) {
        return fields.get(4) instanceof Ref ref
                ? new MessageUpdateCache(AnnouncedTables.names(fields.get(0)), AnnouncedTables.mapping(fields.get(1)),
                        AnnouncedTables.names(fields.get(2)), AnnouncedTables.errors(fields.get(3)), ref)
                : null;
    }
}
