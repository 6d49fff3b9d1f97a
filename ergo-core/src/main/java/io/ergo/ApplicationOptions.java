package io.ergo;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How an application is started this time. Immutable; each {@code with} method returns a changed copy.
 *
 * @param startMode the mode instead of that of the specification, or null; it counts for this application, not for those it depends on
 * @param env environment laid over that of the specification; also for the applications that are started because this one depends on them
 * @param logLevel from which level on the members log unless their own options say so, also those of these applications;
 *         {@link LogLevel#DEFAULT} leaves it to the specification
 */
public record ApplicationOptions(@Nullable ApplicationMode startMode,
        Map<String, Object> env, LogLevel logLevel) {

    private static final ApplicationOptions DEFAULTS = new ApplicationOptions(null, Map.of(), LogLevel.DEFAULT);

    /** Checks and copies. */
    public ApplicationOptions {
        env = Checks.variables(env);
        Checks.present("the log level of a start", logLevel);
    }

    /** Returns the defaults: all as the specification has it. */
    public static ApplicationOptions defaults() {
        return DEFAULTS;
    }

    /** Returns the mode instead of that of the specification. */
    public Optional<ApplicationMode> mode() {
        return Optional.ofNullable(startMode);
    }

    /** Returns a copy with the mode. */
    public ApplicationOptions withMode(ApplicationMode mode) {
        return new ApplicationOptions(Checks.present("the mode of a start", mode), env, logLevel);
    }

    /** Returns a copy with the environment. */
    public ApplicationOptions withEnv(Map<String, Object> variables) {
        return new ApplicationOptions(startMode, variables, logLevel);
    }

    /** Returns a copy with the log level. */
    public ApplicationOptions withLogLevel(LogLevel level) {
        return new ApplicationOptions(startMode, env, level);
    }

    /** Returns what counts for the applications that this one depends on: all but the mode. */
    public ApplicationOptions forDependencies() {
        return new ApplicationOptions(null, env, logLevel);
    }
}
