package io.ergo.engine.process;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.spi.LoggingEventBuilder;

/** The logger of a behaviour's class that puts the identity of the process into the MDC around each write, and takes it out again. */
final class ProcessLog extends LegacyAbstractLogger {

    private static final long serialVersionUID = 1L;

    private final transient LocalProcess process;
    private final transient Logger logger;

    ProcessLog(LocalProcess process) {
        this.process = process;
        this.logger = LoggerFactory.getLogger(process.behavior.behaviorClass());
        this.name = logger.getName();
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(Level level, @Nullable Marker marker, String message,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        Map<String, @Nullable String> before = new LinkedHashMap<>();
        put(before, "ergo.node", process.kernel.name);
        put(before, "ergo.pid", process.pid.toString());
        put(before, "ergo.name", process.displayName());
        put(before, "ergo.application", process.application);
        try {
            write(level, marker, message, arguments, thrown);
        } finally {
            before.forEach(ProcessLog::restore);
        }
    }

    private void write(Level level, @Nullable Marker marker, String message, Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        LoggingEventBuilder event = logger.makeLoggingEventBuilder(level).setMessage(message).setCause(thrown);
        if (marker != null) {
            event = event.addMarker(marker);
        }
        for (Object argument : arguments == null ? new Object[0] : arguments) {
            event = event.addArgument(argument);
        }
        event.log();
    }

    private static void put(Map<String, @Nullable String> before, String key, String value) {
        if (!value.isEmpty()) {
            before.put(key, MDC.get(key));
            MDC.put(key, value);
        }
    }

    private static void restore(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }

    @Override
    public boolean isTraceEnabled() {
        return logger.isTraceEnabled();
    }

    @Override
    public boolean isDebugEnabled() {
        return logger.isDebugEnabled();
    }

    @Override
    public boolean isInfoEnabled() {
        return logger.isInfoEnabled();
    }

    @Override
    public boolean isWarnEnabled() {
        return logger.isWarnEnabled();
    }

    @Override
    public boolean isErrorEnabled() {
        return logger.isErrorEnabled();
    }
}
