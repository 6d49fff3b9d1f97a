package io.ergo;

import java.time.Duration;
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
 */
public record SupervisionInfo(SupervisorType type, RestartStrategy strategy, int intensity, Duration period,
        long restarts,
        List<Child> children) {

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
