package io.ergo.engine.process;

import io.ergo.Ref;

import org.jspecify.annotations.Nullable;

/** A caller's place for the response to one request. The first result counts: a response, the deadline, or a kill. */
final class PendingCall extends Blocked {

    /** Stands for a null answer. */
    private static final Object NULL = new Object();

    private final Ref ref;

    PendingCall(Ref ref, long deadlineNanos) {
        super(deadlineNanos);
        this.ref = ref;
    }

    Ref ref() {
        return ref;
    }

    /** Returns the result that stands for an answer. */
    static Object answered(@Nullable Object value) {
        return value == null ? NULL : value;
    }

    /** Returns the answer in a result that is no failure. */
    static @Nullable Object answerIn(@Nullable Object result) {
        return result == NULL ? null : result;
    }
}
