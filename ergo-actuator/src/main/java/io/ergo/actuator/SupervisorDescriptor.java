package io.ergo.actuator;

import java.time.Duration;
import java.util.List;

import io.ergo.SupervisionInfo;

/**
 * What a supervisor shows of itself.
 *
 * @param type which children it restarts: {@code one for one}, {@code all for one}, {@code rest for one} or {@code simple one for one}
 * @param strategy when it restarts a child: {@code transient}, {@code temporary} or {@code permanent}
 * @param intensity how many restarts are allowed within the period
 * @param period the sliding window
 * @param restarts how many restarts there were since the supervisor started
 * @param restartLog the latest of them, the oldest first
 */
public record SupervisorDescriptor(String type, String strategy, int intensity, Duration period, long restarts,
        List<RestartDescriptor> restartLog) {

    static SupervisorDescriptor of(SupervisionInfo info) {
        return new SupervisorDescriptor(Words.of(info.type()), Words.of(info.strategy()), info.intensity(),
                info.period(),
                info.restarts(), info.restartLog().stream().map(RestartDescriptor::of).toList());
    }
}
