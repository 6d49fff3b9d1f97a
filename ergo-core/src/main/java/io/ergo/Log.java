package io.ergo;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The log of one source, a process or the node: an SLF4J {@link Logger} with a level of its own, with fields, and with a choice of the loggers
 * its records go to. Any thread, any state.
 *
 * <p>A record is made if its level is at least the one of the source. It goes to every logger of the node whose filter contains its level; SLF4J
 * is one of them, under the name {@value Loggers#SLF4J}, and shows what its own configuration admits.
 */
public interface Log extends Logger {

    /** Returns the level. */
    LogLevel level();

    /**
     * Sets the level.
     *
     * @param level from {@link LogLevel#DEBUG} to {@link LogLevel#DISABLED}; lower ones are set in options only
     * @throws ErgoException {@link Reason#INCORRECT} for another level, {@link Reason#NOT_ALLOWED} for a process that is a logger
     */
    void setLevel(LogLevel level);

    /** Returns whether a record with this level would go anywhere. */
    boolean isEnabled(LogLevel level);

    /** Logs with the gravest level; nothing else happens. SLF4J shows it as an error with the marker {@code PANIC}. */
    void panic(String format, @Nullable Object... arguments);

    /** Returns the name of the only logger that gets the records, empty if all do that are not hidden. */
    String logger();

    /**
     * Sends the records to one logger alone, hidden or not; nowhere if there is none of that name.
     *
     * @param name the logger, empty for all that are not hidden
     * @throws ErgoException {@link Reason#INCORRECT} for null
     */
    void setLogger(String name);

    /** Returns the fields of each record, in the order they were added. */
    Map<String, Object> fields();

    /**
     * Adds fields; one of the same name is replaced.
     *
     * @throws ErgoException {@link Reason#INCORRECT} for an empty name or a null
     */
    void addFields(Map<String, ?> fields);

    /** Adds one field, see {@link #addFields}. */
    default void addField(String name, Object value) {
        addFields(Map.of(Checks.text("the name of a log field", name),
                Checks.present("the value of the log field '" + name + "'", value)));
    }

    /**
     * Removes fields; unknown names are ignored. Refused, with a line in the log, while a set is pushed: the pop would bring them back.
     *
     * @return false if it was refused
     */
    boolean deleteFields(String... names);

    /** Saves the fields as they are, for {@link #popFields}; returns how many sets are saved. */
    int pushFields();

    /** Restores the fields that were saved last; returns how many sets are still saved, 0 if there was none. */
    int popFields();
}
