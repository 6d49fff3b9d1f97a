package io.ergo;

import java.util.Locale;

/**
 * How grave a log record is, and from which gravity on a source logs. The numeric order decides: a source logs what is at least as grave as
 * its own level. {@link #SYSTEM}, {@link #DEFAULT} and {@link #DISABLED} are levels of sources alone; no record has one of them.
 */
public enum LogLevel {

    /** Below all others. */
    SYSTEM(-100),
    /** What the framework does inside. A source gets this level by its options only. */
    TRACE(-2),
    /** For whoever looks for a fault. */
    DEBUG(-1),
    /**
     * In options: inherit. As the level of a source: {@link #INFO} for loggers, while SLF4J is asked nothing beyond its own configuration.
     */
    DEFAULT(0),
    /** What an operator wants to know. */
    INFO(1),
    /** Something is not as it should be. */
    WARNING(2),
    /** Something failed. */
    ERROR(3),
    /** An exception ended something. */
    PANIC(4),
    /** Nothing is logged. */
    DISABLED(5);

    private final int value;
    private final String text = name().toLowerCase(Locale.ROOT);

    LogLevel(int value) {
        this.value = value;
    }

    /** Returns the number that decides the order. */
    public int value() {
        return value;
    }

    /** Returns whether a source with this level logs a record with the other. */
    public boolean admits(LogLevel record) {
        return record.value >= value;
    }

    /** Returns the level in lower case, as in a printed record. */
    @Override
    public String toString() {
        return text;
    }
}
