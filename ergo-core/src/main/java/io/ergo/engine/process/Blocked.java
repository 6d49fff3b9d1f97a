package io.ergo.engine.process;

import io.ergo.Reason;
import io.ergo.spi.Waiter;

import org.jspecify.annotations.Nullable;

/**
 * A place where a process waits in the middle of a callback. A kill of the process ends the wait.
 *
 * <p>One wait may be part of another: a caller whose request finds no room waits for room, and the answer may come before it has returned
 * from there. So what a response is for is looked up outwards.
 */
abstract class Blocked extends Waiter {

    /** The wait that this one is part of; written before the process shows this one to others. */
    private @Nullable Blocked outer;

    /** The failure of a wait. */
    record Failed(Reason reason) {}

    Blocked(long deadlineNanos) {
        super(deadlineNanos);
    }

    /** The process, before others see it. */
    final void within(@Nullable Blocked wait) {
        outer = wait;
    }

    /** Any thread that sees it. Returns the call that the wait is or is part of, null if there is none. */
    final @Nullable PendingCall call() {
        Blocked wait = this;
        while (wait != null && !(wait instanceof PendingCall)) {
            wait = wait.outer;
        }
        return (PendingCall) wait;
    }

    /** Any thread. Returns whether anybody still waited. */
    final boolean fail(Reason reason) {
        return complete(new Failed(reason));
    }

    /** Returns the reason of a failure, null for any other result. */
    static @Nullable Reason failure(@Nullable Object result) {
        if (TIMED_OUT.equals(result)) {
            return Reason.TIMEOUT;
        }
        return result instanceof Failed failed ? failed.reason() : null;
    }
}
