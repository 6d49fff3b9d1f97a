package io.ergo.actor;

import io.ergo.Pid;
import io.ergo.Reason;

/** What a supervisor sends to itself. */
sealed interface SelfMessage {

    /**
     * The time a child had to end is over.
     *
     * @param pid its process
     */
    record ChildOverdue(Pid pid) implements SelfMessage {}

    /**
     * The pause before a restart is over.
     *
     * @param child the child
     * @param number the number of the pause
     */
    record PauseOver(Child child, int number) implements SelfMessage {}

    /**
     * A child was started. It comes behind the messages that were there before.
     *
     * @param name name of the child
     * @param pid its process
     */
    record ChildStarted(String name, Pid pid) implements SelfMessage {}

    /**
     * A child ended. It comes behind the messages that were there before.
     *
     * @param name name of the child
     * @param pid its process
     * @param reason why
     */
    record ChildEnded(String name, Pid pid, Reason reason) implements SelfMessage {}
}
