package io.ergo.engine.log;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.ergo.LogLevel;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one log. Immutable, so that they are read without a lock; those with a level alone are shared by all sources.
 *
 * @param level from which on is logged
 * @param logger the only logger that gets the records, empty for all that are not hidden
 * @param fields what goes with each record
 * @param pushed the sets that were saved, or null
 */
public record LogSettings(LogLevel level, String logger, Map<String, Object> fields, @Nullable Pushed pushed)
        implements
            LogState {

    private static final Map<LogLevel, LogSettings> PLAIN = Arrays.stream(LogLevel.values())
            .map(level -> new LogSettings(level, "", Map.of(), null)).collect(Collectors.toMap(LogSettings::level,
                    plain -> plain, (same, _) -> same, () -> new EnumMap<>(LogLevel.class)));

    /**
     * A set that was saved.
     *
     * @param fields the set
     * @param depth how many there are, this one included
     * @param below the one saved before, or null
     */
    public record Pushed(Map<String, Object> fields, int depth, @Nullable Pushed below) {}

    /** Returns the settings with a level and nothing else. */
    public static LogSettings of(LogLevel level) {
        return Objects.requireNonNull(PLAIN.get(level));
    }

    LogSettings withLevel(LogLevel changed) {
        return new LogSettings(changed, logger, fields, pushed);
    }

    LogSettings withLogger(String name) {
        return new LogSettings(level, name, fields, pushed);
    }

    LogSettings with(Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.putAll(more);
        return new LogSettings(level, logger, Collections.unmodifiableMap(all), pushed);
    }

    LogSettings without(List<String> names) {
        Map<String, Object> rest = new LinkedHashMap<>(fields);
        names.forEach(rest::remove);
        return new LogSettings(level, logger, Collections.unmodifiableMap(rest), pushed);
    }

    LogSettings push() {
        return new LogSettings(level, logger, fields, new Pushed(fields, depth() + 1, pushed));
    }

    LogSettings pop() {
        return pushed == null ? this : new LogSettings(level, logger, pushed.fields, pushed.below);
    }

    int depth() {
        return pushed == null ? 0 : pushed.depth;
    }
}
