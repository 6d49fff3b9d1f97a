package io.ergo;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The loggers of a node: who gets the records of its sources. A logger has a name and a filter, the set of levels it gets. One whose name begins
 * with a dot is hidden: it gets only what a source sends to it alone with {@link Log#setLogger}.
 *
 * <p>SLF4J is there from the start under the name {@value #SLF4J}. Any thread.
 */
public interface Loggers {

    /** The name of SLF4J among the loggers. */
    String SLF4J = "default";

    /**
     * Adds a logger. It is called on the thread that logs, by several at once, and must not block. What it throws is counted and reported to
     * SLF4J, and what is logged while it runs does not come back to it. If it is {@link AutoCloseable} it is closed when it is removed, or when
     * the node has stopped.
     *
     * @param levels the filter; none for all from trace to panic
     * @throws ErgoException {@link Reason#INCORRECT} for an empty name or a null, {@link Reason#TAKEN} if the name is in use,
     *         {@link Reason#NODE_TERMINATED}
     */
    void add(String name, Consumer<MessageLog> logger, LogLevel... levels);

    /**
     * Makes a process a logger: it gets the records in its log queue, and a full queue drops them. Until it is removed, or ends, its own log is
     * disabled; afterwards its level is {@link LogLevel#INFO}.
     *
     * @param levels the filter; none for all from trace to panic
     * @throws ErgoException {@link Reason#PROCESS_UNKNOWN}, {@link Reason#NOT_ALLOWED} if it is a logger already or a supervisor, else as
     *         {@link #add(String, Consumer, LogLevel...)}
     */
    void add(String name, Pid process, LogLevel... levels);

    /** Removes a logger and closes it; returns whether it was there. */
    boolean remove(String name);

    /** Removes a process from the loggers; returns whether it was one. */
    boolean remove(Pid process);

    /** Returns the names in the order they were added. */
    List<String> names();

    /** Returns the filter of a logger, empty if there is none of that name. */
    Set<LogLevel> levels(String name);

    /** Returns what is known of each, in the order they were added. */
    List<LoggerInfo> list();
}
