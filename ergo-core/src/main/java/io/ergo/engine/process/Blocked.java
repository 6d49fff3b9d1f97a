package io.ergo.engine.process;

import io.ergo.Reason;
import io.ergo.spi.Waiter;

import org.jspecify.annotations.Nullable;

/** A place where a process waits in the middle of a callback. A kill of the process ends the wait. */
abstract class Blocked extends Waiter {

    /** The failure of a wait. */
    record Failed(Reason reason) {}

    Blocked(long deadlineNanos) {
        super(deadlineNanos);
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
