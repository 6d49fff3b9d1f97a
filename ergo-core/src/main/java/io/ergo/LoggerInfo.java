package io.ergo;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a node knows of one of its loggers.
 *
 * @param name the name; hidden if it begins with a dot
 * @param behavior name of the class that logs, of a process its behaviour
 * @param levels which records it gets
 * @param process the process, or null
 * @param dropped how many records found no room in the queue of the process
 * @param failed how many times it threw
 */
public record LoggerInfo(String name, String behavior, Set<LogLevel> levels, @Nullable Pid process, long dropped,
        long failed) {

    /** Returns the process that is the logger. */
    public Optional<Pid> pid() {
        return Optional.ofNullable(process);
    }
}
