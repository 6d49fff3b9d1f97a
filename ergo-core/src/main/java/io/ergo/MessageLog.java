package io.ergo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One log record, as loggers get it. The text is made on the thread that logs, so a logger on another thread need not touch the arguments,
 * which may change meanwhile.
 *
 * @param time when, in the time of the node
 * @param level how grave
 * @param source who logged it
 * @param message the text, with the arguments put in
 * @param format the text as it was written, with its placeholders
 * @param args what was put into the placeholders
 * @param fields the fields of the source at that time, and those of this record alone
 * @param thrown the exception that was logged, or null
 */
public record MessageLog(Instant time, LogLevel level, MessageLogSource source, String message, String format,
        List<@Nullable Object> args, Map<String, Object> fields, @Nullable Throwable thrown) {

    /** Checks and copies. */
    public MessageLog {
        Checks.present("the time of a log record", time);
        Checks.present("the level of a log record", level);
        Checks.present("the source of a log record", source);
        Checks.present("the message of a log record", message);
        Checks.present("the format of a log record", format);
        args = Collections.unmodifiableList(new ArrayList<>(Checks.present("the arguments of a log record", args)));
        fields = Collections.unmodifiableMap(
                new LinkedHashMap<>(Checks.present("the fields of a log record", fields)));
    }

    /** Returns a record without arguments, fields and exception. */
    public static MessageLog of(Instant time, LogLevel level, MessageLogSource source, String message) {
        return new MessageLog(time, level, source, message, message, List.of(), Map.of(), null);
    }

    /** Returns a copy with the fields. */
    public MessageLog withFields(Map<String, Object> others) {
        return new MessageLog(time, level, source, message, format, args, others, thrown);
    }

    /** Returns a copy with the exception. */
    public MessageLog withThrown(Throwable exception) {
        return new MessageLog(time, level, source, message, format, args, fields, exception);
    }
}
