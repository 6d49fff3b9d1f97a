package io.ergo.network.enp.request;

import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EdfException;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.enp.IdWords;
import io.ergo.network.enp.MessageAny;
import io.ergo.network.framework.WireApplicationInfo;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** What a frame of type {@code MessageAny} carries. */
public sealed interface AnyPayload {

    /**
     * A {@link NodeRequest}, a {@link MessageResult}, or something else.
     *
     * @param message what was read
     */
    record Message(@Nullable Object message) implements AnyPayload {}

    /**
     * What cannot be decoded but has to be answered: the peer is not of the release it was taken for, or sends arguments of a type that is not
     * registered here, or beyond the limits. Nothing in it can be trusted but the reference, which stands at the end in all releases.
     *
     * @param kind of what was read
     * @param error why it cannot be decoded; a {@linkplain EdfException#isMisfit misfit} may be of another release
     * @param ref words of the reference
     */
    record Undecodable(Kind kind, EdfException error, IdWords ref) implements AnyPayload {}

    /** What looks otherwise in other releases. */
    enum Kind {

        /** {@link MessageSpawn}; the peer waits for an answer, and the reference is its own. */
        SPAWN,
        /** {@link MessageApplicationStart}; the peer waits for an answer, and the reference is its own. */
        APPLICATION_START,
        /** {@link MessageResult} with an {@link WireApplicationInfo}; the reference is one of ours. */
        APPLICATION_INFO
    }

    /**
     * Reads it. What looks otherwise in other releases has to use up the bytes; for the rest they may go on, as in all frames.
     *
     * @param in reads with the layouts of the peer's release
     * @param tables of the peer as they are now
     * @param frame stays as it is, the caller's
     * @throws EdfException if the bytes are wrong in all releases
     */
    static AnyPayload read(EdfReader in, DecodeTables tables, MessageAny frame) {
        ByteBuf bytes = frame.payload();
        MessageUpdateCache update = LenientUpdate.isOne(in, tables, bytes)
                ? LenientUpdate.read(tables, in.limits(), bytes)
                : null;
        return update == null ? readStrictly(in, tables, bytes) : new Message(update);
    }

    private static AnyPayload readStrictly(EdfReader in, DecodeTables tables, ByteBuf bytes) {
        try {
            in.reset(tables, bytes);
            Object message = in.getAny();
            if (VersionedLayouts.kindOf(message) != null) {
                in.requireEnd();
            }
            return new Message(message);
        } catch (EdfException e) {
            return undecodable(e, in, bytes);
        }
    }

    private static AnyPayload undecodable(EdfException e, EdfReader in, ByteBuf bytes) {
        Kind kind;
        try {
            in.reset(bytes);
            kind = VersionedLayouts.kindOf(in);
        } catch (EdfException _) { // its names are cut, too
            throw e;
        }
        if (kind == null || bytes.readableBytes() < VersionedLayouts.REF_BYTES) {
            throw e;
        }
        return new Undecodable(kind, e, VersionedLayouts.lastRef(bytes));
    }
}
