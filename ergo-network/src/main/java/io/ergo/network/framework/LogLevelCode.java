package io.ergo.network.framework;

import java.util.Optional;

import io.ergo.LogLevel;
import io.ergo.network.edf.EdfType;

/**
 * The level of a log. Values that are unknown here are kept as they are.
 *
 * @param value what is sent
 */
@EdfType(value = WireNames.GEN + "LogLevel", base = "int")
public record LogLevelCode(long value) {

    /** Returns what is sent for it. */
    public static LogLevelCode of(LogLevel level) {
        return new LogLevelCode(level.value());
    }

    /** Returns the level; empty for an unknown one. */
    public Optional<LogLevel> level() {
        return Codes.meaning(this, LogLevel.values(), LogLevelCode::of);
    }
}
