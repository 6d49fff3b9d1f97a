package io.ergo.engine.log;

import io.ergo.LogLevel;

/**
 * How a node logs.
 *
 * @param level the level of the node's own log, which processes inherit
 * @param slf4j whether SLF4J is among the loggers
 * @param deadLetters whether messages that were not delivered are logged
 */
public record LogOptions(LogLevel level, boolean slf4j, boolean deadLetters) {

    /** Returns the defaults: from info on, to SLF4J, dead letters too. */
    public static LogOptions defaults() {
        return new LogOptions(LogLevel.INFO, true, true);
    }
}
