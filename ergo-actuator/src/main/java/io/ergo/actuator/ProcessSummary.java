package io.ergo.actuator;

import java.time.Duration;

import io.ergo.ProcessShortInfo;
import org.jspecify.annotations.Nullable;

/**
 * A process in a list.
 *
 * @param pid its pid
 * @param name its registered name, null if it has none
 * @param application the application it belongs to, null if none
 * @param behavior class name of its behaviour
 * @param state its state
 * @param parent pid of who spawned it
 * @param leader pid of the head of its group
 * @param mailboxDepth how many messages wait in its mailbox
 * @param messagesIn how many messages came in
 * @param messagesOut how many messages went out
 * @param runningTime how long it ran, sampled
 * @param uptime since it was spawned
 */
public record ProcessSummary(String pid, @Nullable String name, @Nullable String application, String behavior,
        String state,
        String parent, String leader, long mailboxDepth, long messagesIn, long messagesOut, Duration runningTime,
        Duration uptime) {

    static ProcessSummary of(ProcessShortInfo info) {
        return new ProcessSummary(info.pid().toString(), Words.orNull(info.name()), Words.orNull(info.application()),
                info.behavior(),
                Words.of(info.state()), info.parent().toString(), info.leader().toString(), info.mailboxDepth(),
                info.messagesIn(),
                info.messagesOut(),
                info.runningTime(), info.uptime());
    }
}
