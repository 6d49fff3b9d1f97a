package io.ergo.engine.log;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

import io.ergo.ErgoException;
import io.ergo.LogLevel;
import io.ergo.LoggerInfo;
import io.ergo.Loggers;
import io.ergo.MessageLog;
import io.ergo.Pid;
import io.ergo.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** A logger of a node as the {@link Fanout} sees it: name, filter, who gets the records, and what went wrong. Any thread. */
public final class Destination {

    private static final Set<LogLevel> ALL = Collections
            .unmodifiableSet(EnumSet.of(LogLevel.TRACE, LogLevel.DEBUG, LogLevel.INFO,
                    LogLevel.WARNING, LogLevel.ERROR, LogLevel.PANIC));

    /** SLF4J gets its records from each {@link SourceLog} itself, because they go to the logger of the source's class. */
    private static final Receiver SLF4J = _ -> true;

    final String name;
    final @Nullable Pid process;
    final LongAdder failed = new LongAdder();

    private final Receiver receiver;
    private final Set<LogLevel> levels;
    private final String behavior;
    private final @Nullable AutoCloseable closeable;
    private final LongAdder dropped = new LongAdder();

    private Destination(String name, Set<LogLevel> levels, String behavior, @Nullable Pid process, Receiver receiver,
            @Nullable AutoCloseable closeable) {
        this.name = name;
        this.levels = levels;
        this.behavior = behavior;
        this.process = process;
        this.receiver = receiver;
        this.closeable = closeable;
    }

    /** Returns SLF4J as a logger. */
    static Destination slf4j() {
        return new Destination(Loggers.SLF4J, ALL, Logger.class.getName(), null, SLF4J, null);
    }

    /** Returns a logger of somebody's that is closed at its end. */
    public static Destination of(String name, LogLevel[] filter, String behavior, Receiver receiver,
            @Nullable AutoCloseable closeable) {
        return new Destination(checkedName(name), filter(name, filter), behavior, null, receiver, closeable);
    }

    /** Returns a process as a logger. */
    public static Destination of(String name, LogLevel[] filter, String behavior, Pid process, Receiver receiver) {
        return new Destination(checkedName(name), filter(name, filter), behavior, process, receiver, null);
    }

    private static String checkedName(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            throw ErgoException.of(Reason.INCORRECT, "logger name can not be empty");
        }
        return name;
    }

    private static Set<LogLevel> filter(String name, LogLevel @Nullable [] filter) {
        if (filter == null || Arrays.asList(filter).contains(null)) {
            throw ErgoException.of(Reason.INCORRECT,
                    "a level in the filter of logger '" + name + "' is null; leave the filter out for all levels");
        }
        return filter.length == 0 ? ALL : Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(filter)));
    }

    /** Returns the process that is the logger. */
    public Optional<Pid> pid() {
        return Optional.ofNullable(process);
    }

    boolean isSlf4j() {
        return receiver.equals(SLF4J);
    }

    boolean isHidden() {
        return name.startsWith(".");
    }

    boolean admits(LogLevel level) {
        return levels.contains(level);
    }

    Set<LogLevel> levels() {
        return levels;
    }

    void hand(MessageLog record) {
        if (!receiver.take(record)) {
            dropped.increment();
        }
    }

    void close() throws Exception {
        if (closeable != null) {
            closeable.close();
        }
    }

    LoggerInfo info() {
        return new LoggerInfo(name, behavior, levels, process, dropped.sum(), failed.sum());
    }
}
