package io.ergo.network.handshake;

import java.nio.ByteBuffer;
import java.util.List;

import io.ergo.Version;
import io.ergo.network.edf.EdfException;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfValue;
import io.ergo.network.framework.AnnouncedTables;
import io.ergo.network.framework.FrameworkTypes;
import io.ergo.network.framework.NetworkFlags;
import io.ergo.network.framework.WireNames;
import org.jspecify.annotations.Nullable;

/**
 * Reads once more an Introduce that is none here because of what stands in its tables, and leaves that out, see {@link AnnouncedTables}. Without that there
 * would never be a connection with a node that has a single such name. Any thread.
 */
final class LenientIntroduce {

    private static final String NAME = WireNames.HANDSHAKE + "MessageIntroduce";

    private final EdfRegistry registry;

    /** Takes limits and layout of those that are read first. */
    LenientIntroduce(EdfRegistry first) {
        registry = new EdfRegistry(first.limits());
        FrameworkTypes.registerBasics(registry);
        registry.register(first.schema(NAME).orElseThrow());
    }

    /** Returns the message and moves the position behind it; null if it is another one, or wrong anyway, and the position stays. */
    @Nullable IntroduceMessage read(ByteBuffer in) {
        int begin = in.position();
        Object value;
        try {
            value = registry.readRegistered(in);
        } catch (EdfException _) { // tells less than the first one
            return null;
        }
        IntroduceMessage message = value instanceof EdfValue.Struct struct ? message(struct.fields()) : null;
        if (message == null) {
            in.position(begin);
        }
        return message;
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
