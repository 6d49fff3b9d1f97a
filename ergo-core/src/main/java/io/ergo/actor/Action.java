package io.ergo.actor;

import io.ergo.Pid;
import io.ergo.Reason;
import org.jspecify.annotations.Nullable;

/** What a supervisor has to do. */
sealed interface Action {

    /**
     * Spawn a child; {@link Input.ChildStarted} or {@link Input.StartFailed} has to follow.
     *
     * @param child the child
     */
    record Start(Child child) implements Action {}

    /**
     * Wait before a child is restarted; {@link Input.PauseOver} has to follow.
     *
     * @param child the child
     * @param number the number of the pause
     * @param backOff says, with some chance, how long
     */
    record Pause(Child child, int number, BackOff backOff) implements Action {}

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
     * @param child the child that caused it, or what takes its place; it will be started
     * @param ended its process that ended, null if it could not be started
     * @param why what it ended with, or why it could not be started
     */
    record CountRestart(Child child, @Nullable Pid ended, Reason why) implements Action {}

    /**
     * Log that there were more restarts than the intensity allows.
     *
     * @param child the child that would have been restarted
     * @param ended its process that ended, null if it could not be started
     * @param why what it ended with, or why it could not be started
     */
    record GiveUp(Child child, @Nullable Pid ended, Reason why) implements Action {}

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
