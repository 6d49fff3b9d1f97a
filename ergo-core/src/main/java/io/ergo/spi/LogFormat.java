package io.ergo.spi;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

import io.ergo.MessageLog;
import org.jspecify.annotations.Nullable;

/**
 * How a record is printed, in the two formats of the Ergo Framework's own logger. Immutable; each {@code with} method returns a changed copy.
 *
 * <pre>
 *   plain  1700000000000000000 [info] &lt;2C323E75.0.1001&gt; 'collector' demo.Collector: one reading
 *                       fields metric:load value:0.7
 *   JSON   {"time":1700000000000000000,"level":"info","source":{"type":"process","pid":"&lt;2C323E75.0.1001&gt;"},"message":"one reading"}
 * </pre>
 *
 * <p>A stack trace follows a plain record in lines of its own; in JSON it is the member {@code stack}.
 *
 * @param json whether a record is one JSON object
 * @param time formats the time and needs a zone; null for nanoseconds since the epoch
 * @param behavior whether the behaviour of a process is shown
 * @param name whether the registered name of a process is shown
 * @param fields whether fields are shown
 */
public record LogFormat(boolean json, @Nullable DateTimeFormatter time, boolean behavior, boolean name,
        boolean fields) {

    private static final long NANOS = 1_000_000_000L;

    /** Returns the plain format that shows time, level, source and message. */
    public static LogFormat plain() {
        return new LogFormat(false, null, false, false, false);
    }

    /** Returns the JSON format that shows time, level, source and message. */
    public static LogFormat ofJson() {
        return new LogFormat(true, null, false, false, false);
    }

    /** Returns a copy that formats the time. */
    public LogFormat withTime(DateTimeFormatter formatter) {
        return new LogFormat(json, formatter, behavior, name, fields);
    }

    /** Returns a copy that shows behaviours. */
    public LogFormat withBehavior() {
        return new LogFormat(json, time, true, name, fields);
    }

    /** Returns a copy that shows registered names. */
    public LogFormat withName() {
        return new LogFormat(json, time, behavior, true, fields);
    }

    /** Returns a copy that shows fields. */
    public LogFormat withFields() {
        return new LogFormat(json, time, behavior, name, true);
    }

    /** Returns the record as text that ends with a line feed. */
    public String print(MessageLog record) {
        return json ? JsonLine.of(record, this) : PlainLine.of(record, this);
    }

    String timeOf(MessageLog record) {
        Instant at = record.time();
        return time != null ? time.format(at) : Long.toString(at.getEpochSecond() * NANOS + at.getNano());
    }

    /** A value may fail while it is printed; the rest of the record counts more. */
    static String text(Object value) {
        try {
            return String.valueOf(value);
        } catch (RuntimeException | StackOverflowError failed) {
            return "a " + value.getClass().getName() + " that cannot be printed";
        }
    }

    static String stack(Throwable thrown) {
        try {
            StringWriter stack = new StringWriter();
            thrown.printStackTrace(new PrintWriter(stack));
            return stack.toString();
        } catch (RuntimeException | StackOverflowError failed) {
            return "a " + thrown.getClass().getName() + " that cannot be printed";
        }
    }
}
