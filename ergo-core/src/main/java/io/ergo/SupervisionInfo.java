package io.ergo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a supervisor shows of itself, see {@link Node#supervision}.
 *
 * @param type which children are restarted
 * @param strategy when a child is restarted
 * @param intensity how many restarts are allowed within the period
 * @param period the sliding window
 * @param restarts how many restarts there were since the supervisor started
 * @param children the children in the order of their specifications
 * @param restartLog the latest restarts, the oldest first
 */
public record SupervisionInfo(SupervisorType type, RestartStrategy strategy, int intensity, Duration period,
        long restarts, List<Child> children, List<Restart> restartLog) {

    /** What a supervisor did about the failure of a child. */
    public enum Decision {

        /** Its end is followed by a restart. */
        RESTART("restart"),
        /** A restart failed and is tried again. */
        RETRY("retry"),
        /** There were more restarts than the intensity allows: the supervisor ends. */
        GIVE_UP("give up");

        private final String text;

        Decision(String text) {
            this.text = text;
        }

        /** Returns the word for people. */
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * The failure of a child and what became of it. Of a restart that concerns several children there is one, for the child that
     * caused it.
     *
     * @param when the time of the failure
     * @param child name of the child's specification
     * @param ended its process that ended, null if it could not be started
     * @param reason what it ended with, or why it could not be started
     * @param decision what the supervisor did
     * @param pause how long the restart waits; zero if it does not
     * @param started the new process, null as long as there is none
     */
    public record Restart(Instant when, String child, @Nullable Pid ended, Reason reason, Decision decision,
            Duration pause,
            @Nullable Pid started) {}

    /**
     * A child of a supervisor.
     *
     * @param spec name of its specification
     * @param runningPid the running process, null if it does not run
     * @param significant whether its normal end ends the supervisor
     * @param disabled whether it is disabled
     * @param restarts how often it was restarted
     */
    public record Child(String spec, @Nullable Pid runningPid, boolean significant, boolean disabled, long restarts) {

        /** Returns the running process. */
        public Optional<Pid> pid() {
            return Optional.ofNullable(runningPid);
        }
    }
}
