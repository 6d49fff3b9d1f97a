package io.ergo.network.enp.request;

import io.ergo.network.edf.EdfException;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.enp.IdWords;
import io.ergo.network.framework.ApplicationInfo;
import org.jspecify.annotations.Nullable;

/** What a frame of type {@code MessageAny} carries. */
public sealed interface AnyPayload {

    /**
     * A {@link Request}, a {@link MessageResult}, or something else.
     *
     * @param message what was read
     */
    record Message(@Nullable Object message) implements AnyPayload {}

    /**
     * Bytes that do not fit the layout: the peer is not of the release it was taken for, or sends arguments of a type that is not registered here.
     * Nothing in them can be trusted but the reference, which stands at the end in all releases.
     *
     * @param kind of what was read
     * @param reason what did not fit
     * @param ref words of the reference
     */
    record OtherLayout(Kind kind, String reason, IdWords ref) implements AnyPayload {}

    /** What looks otherwise in other releases. */
    enum Kind {

        /** {@link MessageSpawn}; the peer waits for an answer, and the reference is its own. */
        SPAWN,
        /** {@link MessageApplicationStart}; the peer waits for an answer, and the reference is its own. */
        APPLICATION_START,
        /** {@link MessageResult} with an {@link ApplicationInfo}; the reference is one of ours. */
        APPLICATION_INFO
    }

    /**
     * Reads it. What looks otherwise in other releases has to use up the bytes; for the rest they may go on, as in all frames.
     *
     * @param in reads with the layouts of the peer's release
     * @throws EdfException if the bytes are wrong in all releases
     */
    static AnyPayload read(EdfReader in, byte[] bytes, int from, int length) {
        in.reset(bytes, from, length);
        try {
            Object message = in.getAny();
            Kind kind = VersionedLayouts.kindOf(message);
            return kind == null || in.remaining() == 0 ? new Message(message)
                    : new OtherLayout(kind, in.remaining() + " bytes are left",
                            VersionedLayouts.lastRef(bytes, from + length));
        } catch (EdfException e) {
            Kind kind = VersionedLayouts.kindOf(e, in, bytes, from, length);
            if (kind == null || length < VersionedLayouts.REF_BYTES) {
                throw e;
            }
            return new OtherLayout(kind, e.getMessage(), VersionedLayouts.lastRef(bytes, from + length));
        }
    }
}
