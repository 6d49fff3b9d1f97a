package io.ergo.interop.value;

import java.util.Optional;

import io.ergo.Reason;
import org.jspecify.annotations.Nullable;

/** A command the peer itself cannot carry out: not an outcome of the runtime. Its message begins with {@code peer: }. */
public final class PeerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Reason wrapped;

    /** Creates an error of the peer's own. */
    public PeerException(String message) {
        this(message, null);
    }

    /** Creates an error that names an outcome of the runtime as its cause. */
    public PeerException(String message, @Nullable Reason wrapped) {
        super("peer: " + message + (wrapped == null ? "" : ": " + wrapped.text()), null, false, true);
        this.wrapped = wrapped;
    }

    /** Returns the outcome of the runtime that is behind it. */
    public Optional<Reason> wrapped() {
        return Optional.ofNullable(wrapped);
    }
}
