package io.ergo.engine.process;

import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.spi.Waiter;

import org.jspecify.annotations.Nullable;

/** A caller's place for the response to one request. The first result counts: a response, the deadline, or a kill. */
class PendingCall extends Waiter {

    /** Stands for a null answer. */
    private static final Object NULL = new Object();

    private record Failed(Reason reason) {}

    private final Ref ref;

    PendingCall(Ref ref, long deadlineNanos) {
        super(deadlineNanos);
        this.ref = ref;
    }

    final Ref ref() {
        return ref;
    }

    /** Any thread. Returns whether anybody still waited. */
    final boolean answer(@Nullable Object value) {
        return complete(value == null ? NULL : value);
    }

    /** Any thread. Returns whether anybody still waited. */
    final boolean fail(Reason reason) {
        return complete(new Failed(reason));
    }

    /** Returns the reason of a failure, null for an answer. */
    static @Nullable Reason failure(@Nullable Object result) {
        if (TIMED_OUT.equals(result)) {
            return Reason.TIMEOUT;
        }
        return result instanceof Failed failed ? failed.reason() : null;
    }

    /** Returns the answer in a result that is no failure. */
    static @Nullable Object answerIn(@Nullable Object result) {
        return result == NULL ? null : result;
    }
}
