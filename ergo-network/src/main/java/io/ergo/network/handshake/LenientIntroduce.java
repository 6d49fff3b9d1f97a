package io.ergo.network.handshake;

import java.util.List;

import io.ergo.Version;
import io.ergo.network.edf.EdfValue;
import io.ergo.network.framework.AnnouncedTables;
import io.ergo.network.framework.NetworkFlags;
import io.ergo.network.framework.WireNames;
import org.jspecify.annotations.Nullable;

/**
 * Makes an {@link IntroduceMessage} of its generic form. Entries whose name is not UTF-8, or whose error has no text, are left out, see
 * {@link AnnouncedTables}. Without that there would never be a connection with a node that has a single such name. The record is not tried first: both
 * readings together would take more memory than one input may.
 */
final class LenientIntroduce {

    static final String NAME = WireNames.HANDSHAKE + "MessageIntroduce";

    private LenientIntroduce() {}

    /** Returns the message; null if the value is another one, or has a name or digest that is not UTF-8. */
    static @Nullable IntroduceMessage of(Object value) {
        return value instanceof EdfValue.Struct struct && struct.name().equals(NAME) ? message(struct.fields()) : null;
    }

    private static @Nullable IntroduceMessage message(List<? extends @Nullable Object> fields) {
        return fields.get(0) instanceof EdfValue.Atom node && fields.get(1) instanceof Version version
                && fields.get(2) instanceof NetworkFlags flags && fields.get(3) instanceof EdfValue.Int64 creation
                && fields.get(4) instanceof Long size && fields.get(8) instanceof String digest
                        ? new IntroduceMessage(node.text(), version, flags, creation.value(), size,
                                AnnouncedTables.names(fields.get(5)), AnnouncedTables.names(fields.get(6)),
                                AnnouncedTables.errors(fields.get(7)), digest)
                        : null;
    }
}
