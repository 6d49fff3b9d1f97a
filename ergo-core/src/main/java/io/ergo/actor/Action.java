package io.ergo.actor;

import java.time.Duration;

import io.ergo.Pid;
import io.ergo.Reason;

/** What a supervisor has to do. */
sealed interface Action {

    /**
     * Spawn a child; {@link Input.ChildStarted} or {@link Input.StartFailed} has to follow.
     *
     * @param child the child
     */
    record Start(Child child) implements Action {}

    /**
     * Wait before the restart of a child is tried again; {@link Input.PauseOver} has to follow.
     *
     * @param child the child
     * @param pause how long
     */
    record Pause(Child child, Duration pause) implements Action {}

    /**
     * Ask a child to end; {@link Input.ChildEnded} will follow, {@link Input.Overdue} if its time is over before.
     *
     * @param child the child
     * @param pid its process
     * @param reason the exit signal
     */
    record Stop(Child child, Pid pid, Reason reason) implements Action {}

    /**
     * Kill a child that did not end in time.
     *
     * @param child the child
     * @param pid its process
     */
    record Kill(Child child, Pid pid) implements Action {}

    /**
     * Count and log a restart.
     *
     * @param child name of the child that caused it
     * @param why what it ended with, or why it could not be started
     */
    record CountRestart(String child, Reason why) implements Action {}

    /**
     * Log that there were more restarts than the intensity allows.
     *
     * @param child name of the child that would have been restarted
     * @param why what it ended with, or why it could not be started
     */
    record GiveUp(String child, Reason why) implements Action {}

    /**
     * Refuse the command. Nothing has changed, except that a child whose start failed stays added or enabled.
     *
     * @param child name of the child
     * @param reason why
     */
    record Refuse(String child, Reason reason) implements Action {}

    /**
     * Tell the supervisor's callback that a child was started.
     *
     * @param child name of the child
     * @param pid its process
     */
    record TellStarted(String child, Pid pid) implements Action {}

    /**
     * Tell the supervisor's callback that a child ended.
     *
     * @param child name of the child
     * @param pid its process
     * @param reason why
     */
    record TellEnded(String child, Pid pid, Reason reason) implements Action {}

    /**
     * End the supervisor.
     *
     * @param reason why
     */
    record Finish(Reason reason) implements Action {}
}
