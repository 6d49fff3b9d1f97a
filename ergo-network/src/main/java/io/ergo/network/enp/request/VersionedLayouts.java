package io.ergo.network.enp.request;

import java.nio.ByteBuffer;

import io.ergo.network.edf.EdfException;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.enp.IdWords;
import io.ergo.network.enp.request.AnyPayload.Kind;
import io.ergo.network.framework.ApplicationInfo;
import org.jspecify.annotations.Nullable;

/** Recognises what looks otherwise in other releases. */
final class VersionedLayouts {

    static final int REF_BYTES = 3 * Long.BYTES;

    private static final String PROTO = "#ergo.services/ergo/net/proto/";
    private static final String RESULT = PROTO + "MessageResult.";
    private static final String INFO = "#ergo.services/ergo/gen/ApplicationInfo.";

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

    /** Returns what was being read when the exception came. */
    static @Nullable Kind kindOf(EdfException e, EdfReader in, byte[] bytes, int from, int length) {
        String path = e.path();
        if (path.startsWith(PROTO + "MessageSpawn.")) {
            return Kind.SPAWN;
        }
        if (path.startsWith(PROTO + "MessageApplicationStart.")) {
            return Kind.APPLICATION_START;
        }
        boolean info = path.startsWith(RESULT + "Result.") ? path.contains(INFO)
                : path.startsWith(RESULT + "Ref") && isInfo(in, bytes, from, length);
        return info ? Kind.APPLICATION_INFO : null;
    }

    /** The result may have taken bytes of what follows, so it is read once more to see what it is. */
    private static boolean isInfo(EdfReader in, byte[] bytes, int from, int length) {
        int name = Short.toUnsignedInt(ByteBuffer.wrap(bytes, from + 1, Short.BYTES).getShort());
        int head = 1 + Short.BYTES + (name <= MOST_NAME_BYTES ? name : 0);
        in.reset(bytes, from + head, length - head);
        in.getError();
        return in.getAny() instanceof ApplicationInfo;
    }

    static IdWords lastRef(byte[] bytes, int end) {
        ByteBuffer words = ByteBuffer.wrap(bytes, end - REF_BYTES, REF_BYTES);
        return new IdWords(words.getLong(), words.getLong(), words.getLong());
    }
}
