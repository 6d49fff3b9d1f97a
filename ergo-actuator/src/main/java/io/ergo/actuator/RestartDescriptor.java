package io.ergo.actuator;

import java.time.Duration;
import java.time.Instant;

import io.ergo.Pid;
import io.ergo.SupervisionInfo.Restart;
import org.jspecify.annotations.Nullable;

/**
 * The failure of a child and what its supervisor did.
 *
 * @param when the time of the failure
 * @param child name of the child
 * @param ended pid of its process that ended; left out if it could not be started
 * @param reason what it ended with, or why it could not be started
 * @param decision {@code restart}; {@code retry} after a restart that failed; {@code give up} if there were too many
 * @param pause how long the restart waits; left out if it does not
 * @param started pid of the new process; left out as long as there is none
 */
public record RestartDescriptor(Instant when, String child, @Nullable String ended, String reason, String decision,
        @Nullable Duration pause, @Nullable String started) {

    static RestartDescriptor of(Restart restart) {
        return new RestartDescriptor(restart.when(), restart.child(), text(restart.ended()),
                restart.reason().toString(),
                Words.of(restart.decision()), restart.pause().isZero() ? null : restart.pause(),
                text(restart.started()));
    }

    private static @Nullable String text(@Nullable Pid pid) {
        return pid == null ? null : pid.toString();
    }
}
