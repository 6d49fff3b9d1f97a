package io.ergo.engine.log;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.ergo.ErgoException;
import io.ergo.Log;
import io.ergo.LogLevel;
import io.ergo.MessageLog;
import io.ergo.MessageLogSource;
import io.ergo.Pid;
import io.ergo.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NormalizedParameters;
import org.slf4j.spi.CallerBoundaryAware;
import org.slf4j.spi.LoggingEventAware;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * The log of one source. Each record takes two ways: through the {@link Fanout} to the loggers of the node, and to the SLF4J logger of the
 * source's class, with the identity of the source in the MDC around the write. Which of them it takes is asked before anything is made.
 *
 * <p>Any thread: the settings are immutable and replaced under the lock of this object.
 */
public abstract non-sealed class SourceLog extends LegacyAbstractLogger implements Log, LogState, LoggingEventAware {

    private static final long serialVersionUID = 1L;
    private static final Marker PANIC = MarkerFactory.getMarker("PANIC");
    /** The methods that users call are those of this class, for who asks where a record was logged. */
    private static final String BOUNDARY = "org.slf4j.helpers.AbstractLogger";
    private static final String FLUENT_BOUNDARY = "org.slf4j.spi.DefaultLoggingEventBuilder";

    private final transient Logger slf4j;
    private final transient Fanout fanout;
    private transient volatile LogSettings settings;

    /**
     * Creates a log.
     *
     * @param slf4j the logger of the source's class
     * @param settings what it starts with
     */
    protected SourceLog(Logger slf4j, Fanout fanout, LogSettings settings) {
        this.slf4j = slf4j;
        this.fanout = fanout;
        this.settings = settings;
        this.name = slf4j.getName();
    }

    /** Returns who logs, as it is at this moment. */
    protected abstract MessageLogSource source();

    /** Returns what the MDC says of the source, without empty values. */
    protected abstract Map<String, String> identity();

    /** Returns the process that logs, null if it is the node. */
    protected abstract @Nullable Pid process();

    // ---- settings

    @Override
    public final LogLevel level() {
        return settings.level();
    }

    @Override
    public final void setLevel(LogLevel level) {
        if (level == null || level.value() < LogLevel.DEBUG.value()) {
            throw ErgoException.of(Reason.INCORRECT, "log level '" + level + "' of " + source().label()
                    + "; set one from debug to disabled, lower ones are set in the options of a spawn or of the node");
        }
        Pid process = process();
        if (process != null && fanout.isLogger(process)) {
            throw ErgoException.of(Reason.NOT_ALLOWED,
                    "log level of " + process
                            + ", which is a logger and must not log; remove it from the loggers first");
        }
        forceLevel(level);
    }

    /** Sets any level, of a logger too. */
    public final void forceLevel(LogLevel level) {
        var _ = change(now -> now.withLevel(level));
    }

    @Override
    public final String logger() {
        return settings.logger();
    }

    @Override
    public final void setLogger(String name) {
        if (name == null) {
            throw ErgoException.of(Reason.INCORRECT,
                    "the name of the only logger must not be null; the empty name means all");
        }
        var _ = change(now -> now.withLogger(name));
    }

    @Override
    public final Map<String, Object> fields() {
        return settings.fields();
    }

    @Override
    public final void addFields(Map<String, ?> fields) {
        if (fields == null) {
            throw ErgoException.of(Reason.INCORRECT, "log fields must not be null");
        }
        Map<String, Object> checked = new LinkedHashMap<>();
        fields.forEach((key, value) -> {
            if (key == null || key.isEmpty() || value == null) {
                throw ErgoException.of(Reason.INCORRECT,
                        "log field '" + key + "' with value '" + value + "' needs a name and a value");
            }
            checked.put(key, value);
        });
        var _ = change(now -> now.with(checked));
    }

    @Override
    public final boolean deleteFields(String... names) {
        if (names == null || Arrays.asList(names).contains(null)) {
            throw ErgoException.of(Reason.INCORRECT, "the name of a log field to delete must not be null");
        }
        LogSettings after = change(now -> now.depth() > 0 ? now : now.without(List.of(names)));
        if (after.depth() > 0) {
            error("log fields {} are not deleted while a set is pushed: the pop would bring them back", List.of(names));
        }
        return after.depth() == 0;
    }

    @Override
    public final int pushFields() {
        return change(LogSettings::push).depth();
    }

    @Override
    public final int popFields() {
        return change(LogSettings::pop).depth();
    }

    private synchronized LogSettings change(UnaryOperator<LogSettings> step) {
        LogSettings changed = step.apply(settings);
        settings = changed;
        return changed;
    }

    // ---- whether a record is made at all

    @Override
    public final boolean isEnabled(LogLevel level) {
        LogSettings now = settings;
        return toOthers(level, now) || toSlf4j(level, now);
    }

    private boolean toOthers(LogLevel level, LogSettings now) {
        return now.level().admits(level) && fanout.reachesOthers(level, now.logger());
    }

    private boolean toSlf4j(LogLevel level, LogSettings now) {
        boolean admitted = now.level() == LogLevel.DEFAULT || now.level().admits(level);
        return admitted && fanout.reachesSlf4j(now.logger()) && slf4j.isEnabledForLevel(slf4jLevel(level));
    }

    private static Level slf4jLevel(LogLevel level) {
        return switch (level) {
            case SYSTEM, TRACE -> Level.TRACE;
            case DEBUG -> Level.DEBUG;
            case DEFAULT, INFO -> Level.INFO;
            case WARNING -> Level.WARN;
            case ERROR, PANIC, DISABLED -> Level.ERROR;
        };
    }

    private static LogLevel ergoLevel(Level level) {
        return switch (level) {
            case TRACE -> LogLevel.TRACE;
            case DEBUG -> LogLevel.DEBUG;
            case INFO -> LogLevel.INFO;
            case WARN -> LogLevel.WARNING;
            case ERROR -> LogLevel.ERROR;
        };
    }

    @Override
    public final boolean isTraceEnabled() {
        return isEnabled(LogLevel.TRACE);
    }

    @Override
    public final boolean isDebugEnabled() {
        return isEnabled(LogLevel.DEBUG);
    }

    @Override
    public final boolean isInfoEnabled() {
        return isEnabled(LogLevel.INFO);
    }

    @Override
    public final boolean isWarnEnabled() {
        return isEnabled(LogLevel.WARNING);
    }

    @Override
    public final boolean isErrorEnabled() {
        return isEnabled(LogLevel.ERROR);
    }

    // ---- the two ways of a record

    /** A record before it is known who gets it. */
    private record Line(LogLevel level, List<Marker> markers, String format, List<@Nullable Object> arguments,
            @Nullable Throwable thrown, Map<String, Object> fields, String boundary) {}

    @Override
    protected final @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected final void handleNormalizedLoggingCall(Level level, @Nullable Marker marker, @Nullable String message,
            @Nullable Object @Nullable [] arguments, @Nullable Throwable thrown) {
        List<Marker> markers = marker == null ? List.of() : List.of(marker);
        write(new Line(ergoLevel(level), markers, String.valueOf(message), listed(arguments),
                thrown, settings.fields(), BOUNDARY));
    }

    /** The fluent API of SLF4J, with its key and value pairs. */
    @Override
    public final void log(LoggingEvent event) {
        List<Marker> markers = event.getMarkers();
        @Nullable Object[] arguments = event.getArgumentArray();
        write(new Line(ergoLevel(event.getLevel()), markers == null ? List.of() : markers,
                String.valueOf(event.getMessage()), listed(arguments), event.getThrowable(),
                fieldsWith(event.getKeyValuePairs()), FLUENT_BOUNDARY));
    }

    private static List<@Nullable Object> listed(@Nullable Object @Nullable [] arguments) {
        return arguments == null ? List.of() : Arrays.asList(arguments);
    }

    private Map<String, Object> fieldsWith(@Nullable List<KeyValuePair> pairs) {
        if (pairs == null) {
            return settings.fields();
        }
        Map<String, Object> all = new LinkedHashMap<>(settings.fields());
        pairs.forEach(pair -> all.put(pair.key, pair.value == null ? "null" : pair.value));
        return all;
    }

    @Override
    public final void panic(String format, @Nullable Object... arguments) {
        if (isEnabled(LogLevel.PANIC)) {
            NormalizedParameters given = NormalizedParameters.normalize(format, arguments, null);
            @Nullable Object[] rest = given.getArguments();
            write(new Line(LogLevel.PANIC, List.of(PANIC), String.valueOf(format), listed(rest),
                    given.getThrowable(), settings.fields(), SourceLog.class.getName()));
        }
    }

    /** The loggers come first: they never throw, and SLF4J may. */
    private void write(Line line) {
        LogSettings now = settings;
        if (toOthers(line.level, now)) {
            fanout.hand(record(line), now.logger(), process());
        }
        if (toSlf4j(line.level, now)) {
            identified(() -> toSlf4j(line));
        }
    }

    private MessageLog record(Line line) {
        String message = MessageFormatter.basicArrayFormat(line.format, line.arguments.toArray());
        return new MessageLog(fanout.now(), line.level, source(), message, line.format, line.arguments,
                line.fields, line.thrown);
    }

    private void toSlf4j(Line line) {
        LoggingEventBuilder event = slf4j.makeLoggingEventBuilder(slf4jLevel(line.level)).setMessage(line.format)
                .setCause(line.thrown);
        for (Marker marker : line.markers) {
            event = event.addMarker(marker);
        }
        for (Object argument : line.arguments) {
            event = event.addArgument(argument);
        }
        for (Map.Entry<String, Object> field : line.fields.entrySet()) {
            event = event.addKeyValue(field.getKey(), field.getValue());
        }
        if (event instanceof CallerBoundaryAware aware) {
            aware.setCallerBoundary(line.boundary);
        }
        event.log();
    }

    private void identified(Runnable write) {
        Map<String, @Nullable String> before = new LinkedHashMap<>();
        identity().forEach((key, value) -> {
            before.put(key, MDC.get(key));
            MDC.put(key, value);
        });
        try {
            write.run();
        } finally {
            before.forEach(SourceLog::restore);
        }
    }

    private static void restore(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }
}
