package io.ergo.network.enp.request;

import io.ergo.network.edf.EdfException;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.enp.IdWords;
import io.ergo.network.enp.MessageAny;
import io.ergo.network.framework.ApplicationInfo;
import io.netty.buffer.ByteBuf;
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
     * What cannot be decoded but has to be answered: the peer is not of the release it was taken for, or sends arguments of a type that is not
     * registered here, or beyond the limits. Nothing in it can be trusted but the reference, which stands at the end in all releases.
     *
     * @param kind of what was read
     * @param error why it cannot be decoded
     * @param layout whether the bytes do not fit together ({@link EdfException#isMisfit}), so that they may be of another release
     * @param ref words of the reference
     */
    record Undecodable(Kind kind, EdfException error, boolean layout, IdWords ref) implements AnyPayload {}

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
     * @param frame stays as it is, the caller's
     * @throws EdfException if the bytes are wrong in all releases
     */
    static AnyPayload read(EdfReader in, MessageAny frame) {
        ByteBuf bytes = frame.payload();
        Kind kind = null;
        try {
            in.reset(bytes);
            Object message = in.getAny();
            kind = VersionedLayouts.kindOf(message);
            if (kind != null) {
                in.requireEnd();
            }
            return new Message(message);
        } catch (EdfException e) {
            Kind broken = kind != null ? kind : VersionedLayouts.kindOf(e, in, bytes);
            if (broken == null || bytes.readableBytes() < VersionedLayouts.REF_BYTES) {
                throw e;
            }
            return new Undecodable(broken, e, e.isMisfit(), VersionedLayouts.lastRef(bytes));
        }
    }
}
