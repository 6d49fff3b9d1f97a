package io.ergo;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a process executes at a moment, seen from aside while it goes on.
 *
 * @param pid the identity
 * @param name the registered name, empty if none
 * @param behavior name of the behaviour's class
 * @param state the state
 * @param mailbox how many messages wait in each queue, counted no further than 1,000
 * @param running the callback that is executed; null if none is: the process sleeps, waits for a worker, or is between two messages
 */
public record ProcessExecution(Pid pid, String name, String behavior, ProcessState state, MailboxDepth mailbox,
        @Nullable Running running) {

    /** What is executed. */
    public enum CallbackKind {

        /** The init of a process that starts. */
        INIT,
        /** The handler of a message. */
        MESSAGE,
        /** The handler of a request. */
        REQUEST,
        /** The handler of an exit signal. */
        EXIT,
        /** The handler of an inspection. */
        INSPECT,
        /** The handler of a response to a request made without waiting. */
        RESPONSE,
        /** The handler of a log record. */
        LOG,
        /** The terminate callback of a process that has ended. */
        TERMINATE;

        /** Returns the word that reports use. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A callback that is being executed.
     *
     * @param callback which one
     * @param messageType name of the class of what it handles; empty for init and terminate
     * @param duration for how long, calls it waits in included; found by looking now and then, so some milliseconds less than it is, and zero
     *        for what has just begun
     * @param thread name of the thread
     * @param stack where that thread is, the innermost frame first
     */
    public record Running(CallbackKind callback, String messageType, Duration duration, String thread,
            List<StackTraceElement> stack) {

        /** Copies the list. */
        public Running {
            stack = List.copyOf(stack);
        }

        /** Returns the callback and what it handles, as reports say it. */
        public String what() {
            return messageType.isEmpty() ? callback.word() : callback.word() + " " + messageType;
        }
    }
}
