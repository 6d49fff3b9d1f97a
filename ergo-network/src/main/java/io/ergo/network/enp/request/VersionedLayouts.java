package io.ergo.network.enp.request;

import io.ergo.network.edf.EdfReader;
import io.ergo.network.enp.IdWords;
import io.ergo.network.enp.request.AnyPayload.Kind;
import io.ergo.network.framework.WireApplicationInfo;
import io.ergo.network.framework.WireNames;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** Recognises what looks otherwise in other releases. */
final class VersionedLayouts {

    static final int REF_BYTES = 3 * Long.BYTES;

    private static final String SPAWN = WireNames.PROTO + "MessageSpawn";
    private static final String APPLICATION_START = WireNames.PROTO + "MessageApplicationStart";
    private static final String RESULT = WireNames.PROTO + "MessageResult";
    private static final String APPLICATION_INFO = WireNames.GEN + "ApplicationInfo";

    private VersionedLayouts() {}

    static @Nullable Kind kindOf(@Nullable Object message) {
        return switch (message) {
            case MessageSpawn _ -> Kind.SPAWN;
            case MessageApplicationStart _ -> Kind.APPLICATION_START;
            case MessageResult(_, WireApplicationInfo _, _) -> Kind.APPLICATION_INFO;
            case null, default -> null;
        };
    }

    /** Returns what the bytes are that cannot be read, by the names of the types in front: those are the same in all layouts. */
    static @Nullable Kind kindOf(EdfReader in) {
        return switch (in.getTypeName()) {
            case SPAWN -> Kind.SPAWN;
            case APPLICATION_START -> Kind.APPLICATION_START;
            case RESULT -> {
                in.getError();
                yield APPLICATION_INFO.equals(in.getTypeName()) ? Kind.APPLICATION_INFO : null;
            }
            case null, default -> null;
        };
    }

    static IdWords lastRef(ByteBuf bytes) {
        int at = bytes.writerIndex() - REF_BYTES;
        return new IdWords(bytes.getLong(at), bytes.getLong(at + Long.BYTES), bytes.getLong(at + 2 * Long.BYTES));
    }
}
