package io.ergo.engine.mailbox;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import io.ergo.Address;
import io.ergo.Pid;
import io.ergo.Ref;
import io.ergo.spi.Entry;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way: 24 bytes with compact object headers, link of the queue included. Written by the sender before it is offered,
 * then read by the owner of the queue alone.
 */
public sealed class Envelope implements Entry permits RequestEnvelope, ResponseEnvelope, ExitEnvelope, NoticeEnvelope,
        LogEnvelope, SampledEnvelope {

    private static final VarHandle NEXT;
    private static final VarHandle MESSAGE;

    static {
        try {
            NEXT = MethodHandles.lookup().findVarHandle(Envelope.class, "next", Envelope.class);
            MESSAGE = MethodHandles.lookup().findVarHandle(Envelope.class, "message", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private @Nullable Envelope next;
    private @Nullable Pid from;
    private @Nullable Address target;
    private @Nullable Object message;

    /** Creates the head of queues that were never used. */
    Envelope() {}

    /** Creates an envelope for a message. */
    public Envelope(Pid from, Address target, Object message) {
        this.from = from;
        this.target = target;
        this.message = message;
    }

    @Override
    public Kind kind() {
        return Kind.MESSAGE;
    }

    @Override
    public final Pid from() {
        return live(from);
    }

    @Override
    public final Address target() {
        return live(target);
    }

    @Override
    public final Object message() {
        return live(message);
    }

    @Override
    public @Nullable Ref ref() {
        return null;
    }

    /** Any thread. Returns the message, null once it was handled: a look from aside, which orders nothing. */
    public final @Nullable Object messageOpaque() {
        return MESSAGE.getOpaque(this);
    }

    /** Whether a full queue takes it all the same, because nobody could send it again. */
    boolean isNeverRefused() {
        return false;
    }

    private static <T> T live(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException(
                    "an entry of a mailbox is valid only while it is handled; keep its message, not the entry");
        }
        return part;
    }

    /** Owner, after handling: the envelope stays behind as the stub of its queue and must not keep the message alive. */
    public final void clear() {
        from = null;
        target = null;
        message = null;
    }

    /** Owner or an observer; pairs with {@link #linkRelease}. */
    final @Nullable Envelope nextAcquire() {
        return (Envelope) NEXT.getAcquire(this);
    }

    /** The producer that swapped the head; publishes the content of {@code envelope}. */
    final void linkRelease(Envelope envelope) {
        NEXT.setRelease(this, envelope);
    }

    /**
     * Owner, after moving on: an old stub that keeps its link would keep all later envelopes alive through young collections. Opaque, since an
     * observer may count meanwhile.
     */
    final void unlinkOpaque() {
        NEXT.setOpaque(this, null);
    }
}
