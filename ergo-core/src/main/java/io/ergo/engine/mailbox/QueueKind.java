package io.ergo.engine.mailbox;

import io.ergo.Priority;

/** The four queues of a mailbox in the order of their names; the order of handling is urgent, system, main, log. */
public enum QueueKind {

    /** Messages and requests of normal priority. */
    MAIN,
    /** Those of high priority, down messages. */
    SYSTEM,
    /** Those of the highest priority, exit signals. */
    URGENT,
    /** Log records. */
    LOG;

    /** Returns the queue for a priority. */
    public static QueueKind of(Priority priority) {
        return switch (priority) {
            case NORMAL -> MAIN;
            case HIGH -> SYSTEM;
            case MAX -> URGENT;
        };
    }
}
