package io.ergo.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.ergo.ApplicationMode;
import io.ergo.ErgoException;
import io.ergo.LogLevel;
import io.ergo.RestartStrategy;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Configuration of the node of a context and of what runs on it.
 *
 * @param enabled Whether a node is started with the application context.
 * @param node The node.
 * @param applications Applications by name; overrides what is declared with @ErgoApplication or by a bean.
 * @param supervisors Supervisors by the name of their process; overrides what is declared with @ErgoSupervisor.
 * @param observability What is shown of the node.
 * @param web Web controllers.
 */
@ConfigurationProperties("ergo")
public record ErgoProperties(@DefaultValue("true") boolean enabled, @DefaultValue Node node,
        @DefaultValue Map<String, Application> applications, @DefaultValue Map<String, Supervisor> supervisors,
        @DefaultValue Observability observability, @DefaultValue Web web) {

    /**
     * Checks the values. Not done while they are bound, because the failure would be reported without the place the
     * value comes from.
     *
     * @throws InvalidConfigurationPropertyValueException if one is wrong
     */
    void check() {
        node.check();
        applications.forEach((name, application) -> application.check(key("ergo.applications", name)));
        supervisors.forEach((name, supervisor) -> supervisor.check(key("ergo.supervisors", name)));
        observability.endpoint.check();
        observability.metrics.check();
    }

    private static String key(String group, String name) {
        return group + (name.matches("[a-z0-9-]+") ? "." + name : "[" + name + "]");
    }

    /**
     * The node.
     *
     * @param name Name of the node, such as demo@localhost. Unless set it is made of spring.application.name and the
     *         name of the host.
     * @param env Environment variables that all processes of the node see.
     * @param shutdownTimeout How long a stop waits for the processes before it kills them.
     * @param slots Number of processes that run at the same time, at most 64. 0 means one for each processor.
     * @param exposeEnv Whether information about node, applications and processes shows their environment variables.
     * @param mdc Whether the logging context (MDC) tells node, pid, name and application while an actor handles a
     *         message.
     * @param logDeadLetters Whether messages that were not delivered are logged, one in a second at most.
     * @param log Logs of the node and of its processes.
     * @param slowHandler How long a handler may run before it is counted and logged with its stack. 0 means for ever.
     * @param nameThreads Whether a thread that runs a process is named after it meanwhile, for thread dumps.
     * @param exitOnTimeout Whether the JVM ends with exit code 1 after a stop that hit its time-out.
     * @param keepAlive Whether the running node keeps the JVM alive when nothing else does, such as a web server.
     */
    public record Node(@Nullable String name, @DefaultValue Map<String, Object> env,
            @DefaultValue("3m") Duration shutdownTimeout,
            @DefaultValue("0") int slots, @DefaultValue("false") boolean exposeEnv, @DefaultValue("false") boolean mdc,
            @DefaultValue("true") boolean logDeadLetters, @DefaultValue Log log,
            @DefaultValue("1s") Duration slowHandler,
            @DefaultValue("false") boolean nameThreads, @DefaultValue("false") boolean exitOnTimeout,
            @DefaultValue("true") boolean keepAlive) {

        private static final int MAX_SLOTS = 64;

        private void check() {
            if (name != null && !name.matches("[^@]+@[^@]+")) {
                throw new InvalidConfigurationPropertyValueException("ergo.node.name", name,
                        "It must be of the form name@host, such as demo@localhost.");
            }
            if (!shutdownTimeout.isPositive()) {
                throw new InvalidConfigurationPropertyValueException("ergo.node.shutdown-timeout", shutdownTimeout,
                        "It must be positive, such as 30s.");
            }
            if (slowHandler.isNegative()) {
                throw new InvalidConfigurationPropertyValueException("ergo.node.slow-handler", slowHandler,
                        "It must not be negative; 0 turns the detection off.");
            }
            if (slots < 0 || slots > MAX_SLOTS) {
                throw new InvalidConfigurationPropertyValueException("ergo.node.slots", slots,
                        "It must be from 1 to " + MAX_SLOTS + ", or 0 for one for each processor.");
            }
        }
    }

    /**
     * Logs of the node and of its processes.
     *
     * @param level Level of the node's own log, which processes inherit. With default the configuration of the logging
     *         system decides alone, and other loggers get what is at least info.
     * @param slf4j Whether log records go to the logging system of the application.
     * @param sinks Loggers beside it, by the name of their bean.
     */
    public record Log(@DefaultValue("default") LogLevel level, @DefaultValue("true") boolean slf4j,
            @DefaultValue Map<String, Sink> sinks) {

        /**
         * A logger beside the logging system.
         *
         * @param levels Levels that it gets. None means all from trace to panic.
         */
        public record Sink(@DefaultValue Set<LogLevel> levels) {}
    }

    /**
     * An application.
     *
     * @param enabled Whether the application is known to the node.
     * @param autostart Whether the application is started with the node.
     * @param mode What the end of a member means for the application.
     * @param env Environment variables of the processes of the application.
     * @param logLevel Level from which on the processes of the application log.
     * @param dependsOn Applications that are started before it, instead of those declared.
     * @param weight How much of the work it takes, compared with its instances on other nodes.
     * @param tags Marks to choose an instance by, instead of those declared.
     * @param map Names of processes by the role they play, added to those declared.
     */
    public record Application(@DefaultValue("true") boolean enabled, @DefaultValue("true") boolean autostart,
            @Nullable ApplicationMode mode, @DefaultValue Map<String, Object> env, @Nullable LogLevel logLevel,
            @Nullable List<String> dependsOn,
            @Nullable Integer weight, @Nullable List<String> tags, @DefaultValue Map<String, String> map) {

        /** Nothing is overridden. */
        static final Application AS_DECLARED = new Application(true, true, null, Map.of(), null, null, null, null,
                Map.of());

        private void check(String key) {
            requireNames(key + ".depends-on", dependsOn);
            requireNames(key + ".tags", tags);
            requireNames(key + ".map", map.values());
        }

        private static void requireNames(String key, @Nullable Collection<String> names) {
            if (names != null && names.stream().anyMatch(String::isBlank)) {
                throw new InvalidConfigurationPropertyValueException(key, names, "None of them may be empty.");
            }
        }
    }

    /**
     * A supervisor.
     *
     * @param restart When a child is restarted.
     * @param intensity How many restarts are allowed within the period.
     * @param period Sliding window of the intensity.
     * @param backOff How long restarts wait.
     */
    public record Supervisor(@Nullable RestartStrategy restart, @Nullable Integer intensity,
            @Nullable Duration period, @Nullable BackOff backOff) {

        /**
         * How long restarts wait.
         *
         * @param min First pause; 0s for restarts at once.
         * @param max Longest pause, 1m unless set.
         * @param factor By how much each pause is longer than the one before, 2 unless set.
         * @param jitter Share of a pause that is left to chance, 0 to 1, 0.2 unless set.
         */
        public record BackOff(@Nullable Duration min, @Nullable Duration max, @Nullable Double factor,
                @Nullable Double jitter) {

            private static final Duration DEFAULT_MAX = Duration.ofMinutes(1);

            /** Returns what is declared with what is configured laid over it; null if restarts do not wait. */
            io.ergo.actor.@Nullable BackOff over(io.ergo.actor.@Nullable BackOff declared, String name) {
                io.ergo.actor.BackOff base = declared == null || declared.isNone() ? null : declared;
                Duration first = min != null ? min : base != null ? base.min() : Duration.ZERO;
                if (first.isZero()) {
                    requireMin(key("ergo.supervisors", name) + ".back-off");
                    return null;
                }
                if (base == null) {
                    base = io.ergo.actor.BackOff.between(first, first.compareTo(DEFAULT_MAX) > 0 ? first : DEFAULT_MAX);
                }
                try {
                    return new io.ergo.actor.BackOff(first, Objects.requireNonNullElse(max, base.max()),
                            Objects.requireNonNullElse(factor, base.factor()),
                            Objects.requireNonNullElse(jitter, base.jitter()));
                } catch (ErgoException e) { // only the two durations together can still be wrong
                    throw new InvalidConfigurationPropertyValueException(
                            key("ergo.supervisors", name) + ".back-off" + (max != null ? ".max" : ".min"),
                            max != null ? max : first, String.valueOf(e.getMessage()));
                }
            }

            /** What is set beside it would have no effect. Zero is another matter: it turns off what is set elsewhere. */
            private void requireMin(String key) {
                String wayOut = "There is no first pause, so nothing waits. Set " + key
                        + ".min, such as 500ms, as well.";
                require(min != null || max == null, key + ".max", max, wayOut);
                require(min != null || factor == null, key + ".factor", factor, wayOut);
                require(min != null || jitter == null, key + ".jitter", jitter, wayOut);
            }

            private void check(String key) {
                require(min == null || !min.isNegative(), key + ".min", min,
                        "It must be positive, such as 500ms, or 0s for restarts at once.");
                require(max == null || max.isPositive(), key + ".max", max, "It must be positive, such as 1m.");
                require(factor == null || (factor >= 1 && !factor.isInfinite()), key + ".factor", factor,
                        "It must be at least 1.");
                require(jitter == null || (jitter >= 0 && jitter <= 1), key + ".jitter", jitter,
                        "It must be from 0 to 1.");
            }

            private static void require(boolean right, String key, @Nullable Object value, String wayOut) {
                if (!right) {
                    throw new InvalidConfigurationPropertyValueException(key, value, wayOut);
                }
            }
        }

        private void check(String key) {
            if (intensity != null && intensity < 0) {
                throw new InvalidConfigurationPropertyValueException(key + ".intensity", intensity,
                        "It must not be negative; 0 allows no restart.");
            }
            if (period != null && !period.isPositive()) {
                throw new InvalidConfigurationPropertyValueException(key + ".period", period,
                        "It must be positive, such as 5s.");
            }
            if (backOff != null) {
                backOff.check(key + ".back-off");
            }
        }
    }

    /**
     * What is shown of the node.
     *
     * @param endpoint The endpoint ergo.
     * @param metrics Meters.
     */
    public record Observability(@DefaultValue Endpoint endpoint, @DefaultValue Metrics metrics) {

        /**
         * The endpoint ergo.
         *
         * @param maxProcesses Number of processes that one answer shows at most.
         */
        public record Endpoint(@DefaultValue("1000") int maxProcesses) {

            private void check() {
                requirePositive("ergo.observability.endpoint.max-processes", maxProcesses);
            }
        }

        /**
         * Meters.
         *
         * @param sampleOneIn One in this many messages is timed, a power of two.
         * @param maxTagValues Number of behaviours, and of supervisors, that get meters of their own; all others share
         *         those tagged other.
         * @param maxProcesses Number of mailboxes that one reading looks at most.
         */
        public record Metrics(@DefaultValue("64") int sampleOneIn, @DefaultValue("50") int maxTagValues,
                @DefaultValue("10000") int maxProcesses) {

            private void check() {
                if (sampleOneIn < 1 || Integer.bitCount(sampleOneIn) != 1) {
                    throw new InvalidConfigurationPropertyValueException("ergo.observability.metrics.sample-one-in",
                            sampleOneIn,
                            "It must be a power of two, such as 64.");
                }
                requirePositive("ergo.observability.metrics.max-tag-values", maxTagValues);
                requirePositive("ergo.observability.metrics.max-processes", maxProcesses);
            }
        }

        private static void requirePositive(String key, int value) {
            if (value < 1) {
                throw new InvalidConfigurationPropertyValueException(key, value, "It must be at least 1.");
            }
        }
    }

    /**
     * Web controllers.
     *
     * @param problemDetails Whether failed sends and calls that leave a controller are answered with problem details.
     */
    public record Web(@DefaultValue("true") boolean problemDetails) {}
}
