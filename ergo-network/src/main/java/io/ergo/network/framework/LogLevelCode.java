package io.ergo.network.framework;

import java.util.Arrays;
import java.util.Optional;

import io.ergo.LogLevel;
import io.ergo.network.edf.EdfType;

/**
 * The level of a log. Values that are unknown here are kept as they are.
 *
 * @param value what is sent
 */
@EdfType(value = "#ergo.services/ergo/gen/LogLevel", base = "int")
public record LogLevelCode(long value) {

    /** Returns what is sent for it. */
    public static LogLevelCode of(LogLevel level) {
        return new LogLevelCode(level.value());
    }

    /** Returns the level; empty for an unknown one. */
    public Optional<LogLevel> level() {
        return Arrays.stream(LogLevel.values()).filter(each -> of(each).value == value).findFirst();
    }
}
