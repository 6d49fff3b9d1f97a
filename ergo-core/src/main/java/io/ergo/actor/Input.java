package io.ergo.actor;

import io.ergo.Args;
import io.ergo.Pid;
import io.ergo.Reason;

/** What can happen to a supervisor. */
sealed interface Input {

    /** The supervisor starts. */
    record Begin() implements Input {}

    /**
     * A start that was ordered succeeded.
     *
     * @param child the child that was to be started
     * @param pid its process
     */
    record ChildStarted(Child child, Pid pid) implements Input {}

    /**
     * A start that was ordered failed.
     *
     * @param child the child that was to be started
     * @param reason why
     */
    record StartFailed(Child child, Reason reason) implements Input {}

    /**
     * The pause before a restart is over.
     *
     * @param child the child that is to be restarted
     * @param number the number of the pause
     */
    record PauseOver(Child child, int number) implements Input {}

    /**
     * A process of a child ended.
     *
     * @param pid the process
     * @param reason why, as the outside was told
     */
    record ChildEnded(Pid pid, Reason reason) implements Input {}

    /**
     * The time a child had to end is over.
     *
     * @param pid its process, which may have ended meanwhile
     */
    record Overdue(Pid pid) implements Input {}

    /**
     * The supervisor has to end: an exit signal that does not come from a child, or a callback that failed.
     *
     * @param reason what it ends with
     * @param told what its children are told
     */
    record ExitRequested(Reason reason, Reason told) implements Input {}

    /** What a callback of the supervisor may ask for; answered by {@link Action.Refuse} if it cannot be done. */
    sealed interface Command extends Input {

        /** Returns the name of the child it is about. */
        String name();
    }

    /**
     * A child that does not run, or a new instance, is to be started.
     *
     * @param name its name
     * @param args what it is started with; empty for the arguments it has
     */
    record StartChild(String name, Args args) implements Command {}

    /**
     * There is one more child.
     *
     * @param spec its specification
     */
    record AddChild(ChildSpec spec) implements Command {

        @Override
        public String name() {
            return spec.name();
        }
    }

    /**
     * A disabled child is to run again.
     *
     * @param name its name
     */
    record EnableChild(String name) implements Command {}

    /**
     * A child is to end and stay down.
     *
     * @param name its name
     */
    record DisableChild(String name) implements Command {}
}
