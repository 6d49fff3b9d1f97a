package io.ergo;

import java.time.Duration;

/** Sends later. A delayed message belongs to the process that ordered it and is cancelled when that process ends. */
public interface Timing {

    /** A delayed send. */
    @FunctionalInterface
    interface Cancellable {

        /** Returns true if this call prevented the send; false if it was done, or cancelled before. */
        boolean cancel();
    }

    /**
     * Sends after the delay, with the priority the process has then. What becomes of the message is not told; an undelivered one counts
     * as a dead letter.
     *
     * @param delay not negative
     */
    Cancellable sendAfter(Address to, Object message, Duration delay);

    /** Sends after the delay to the process registered under the name on the own node at that time. */
    Cancellable sendAfter(String name, Object message, Duration delay);

    /** Sends after the delay with the given priority. */
    Cancellable sendAfter(Address to, Object message, Duration delay, Priority priority);

    /** Sends after the delay with the given priority to the process registered under the name on the own node at that time. */
    Cancellable sendAfter(String name, Object message, Duration delay, Priority priority);

    /**
     * Sends an exit signal after the delay. A receiver that is gone by then is no error.
     *
     * @param delay not negative
     * @throws ErgoException {@link Reason#NOT_ALLOWED} if the process addresses itself, its parent or its leader
     */
    Cancellable sendExitAfter(Pid to, Reason reason, Duration delay);
}
