package io.ergo.network.enp.request;

import io.ergo.network.edf.EdfException;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.enp.IdWords;
import io.ergo.network.enp.request.AnyPayload.Kind;
import io.ergo.network.framework.ApplicationInfo;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** Recognises what looks otherwise in other releases. */
final class VersionedLayouts {

    static final int REF_BYTES = 3 * Long.BYTES;

    private static final String PROTO = "#ergo.services/ergo/net/proto/";
    private static final String RESULT = PROTO + "MessageResult.";
    private static final String INFO = "#ergo.services/ergo/gen/ApplicationInfo.";

    /** The tag in front of a struct. */
    private static final byte REGISTERED = (byte) 0x83;

    /** A greater length of a name is an id that stands for it. */
    private static final int MOST_NAME_BYTES = 4095;

    private VersionedLayouts() {}

    static @Nullable Kind kindOf(@Nullable Object message) {
        return switch (message) {
            case MessageSpawn _ -> Kind.SPAWN;
            case MessageApplicationStart _ -> Kind.APPLICATION_START;
            case MessageResult(_, ApplicationInfo _, _) -> Kind.APPLICATION_INFO;
            case null, default -> null;
        };
    }

    /** Returns what was being read when the exception came; null also for what is in a slice or map of such, which is no message. */
    static @Nullable Kind kindOf(EdfException e, EdfReader in, ByteBuf bytes) {
        String path = e.path();
        if (path.isEmpty() || bytes.getByte(bytes.readerIndex()) != REGISTERED) {
            return null;
        }
        if (path.startsWith(PROTO + "MessageSpawn.")) {
            return Kind.SPAWN;
        }
        if (path.startsWith(PROTO + "MessageApplicationStart.")) {
            return Kind.APPLICATION_START;
        }
        boolean info = path.startsWith(RESULT + "Result.") ? path.contains(INFO)
                : path.startsWith(RESULT + "Ref") && isInfo(in, bytes);
        return info ? Kind.APPLICATION_INFO : null;
    }

    /** The result may have taken bytes of what follows, so it is read once more to see what it is. */
    private static boolean isInfo(EdfReader in, ByteBuf bytes) {
        int name = bytes.getUnsignedShort(bytes.readerIndex() + 1);
        int head = 1 + Short.BYTES + (name <= MOST_NAME_BYTES ? name : 0);
        in.reset(bytes.slice(bytes.readerIndex() + head, bytes.readableBytes() - head));
        in.getError();
        return in.getAny() instanceof ApplicationInfo;
    }

    static IdWords lastRef(ByteBuf bytes) {
        int at = bytes.writerIndex() - REF_BYTES;
        return new IdWords(bytes.getLong(at), bytes.getLong(at + Long.BYTES), bytes.getLong(at + 2 * Long.BYTES));
    }
}
