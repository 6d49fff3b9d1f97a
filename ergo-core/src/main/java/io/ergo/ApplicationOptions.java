package io.ergo;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How an application is started this time. Immutable; each {@code with} method returns a changed copy.
 *
 * @param startMode the mode instead of that of the specification, or null; it counts for this application, not for those it depends on
 * @param env environment laid over that of the specification; also for the applications that are started because this one depends on them
 */
public record ApplicationOptions(@Nullable ApplicationMode startMode,
        Map<String, Object> env) {

    private static final ApplicationOptions DEFAULTS = new ApplicationOptions(null, Map.of());

    /** Checks and copies. */
    public ApplicationOptions {
        env = Checks.variables(env);
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
        return new ApplicationOptions(Checks.present("the mode of a start", mode), env);
    }

    /** Returns a copy with the environment. */
    public ApplicationOptions withEnv(Map<String, Object> variables) {
        return new ApplicationOptions(startMode, variables);
    }
}
