package io.ergo.spi;

import java.io.PrintStream;
import java.util.function.Consumer;

import io.ergo.MessageLog;

/**
 * A logger beside SLF4J, added with {@link io.ergo.Loggers#add(String, Consumer, io.ergo.LogLevel...)}. Called on the thread that logs, by
 * several at once: must be quick and must not block; hand over to a thread or a process what takes longer.
 */
@FunctionalInterface
public interface LogSink extends Consumer<MessageLog>, AutoCloseable {

    /** Takes a record. */
    void log(MessageLog record);

    /** Takes a record, under the name that the runtime calls. */
    @Override
    default void accept(MessageLog record) {
        log(record);
    }

    /** Was removed, or the node has stopped. A record that was on its way may still come. */
    @Override
    default void close() {}

    /** Returns the class that information names; another one than its own for sinks that wrap a user's object. */
    default Class<?> sinkClass() {
        return getClass();
    }

    /**
     * Returns a sink that prints, one record at a time.
     *
     * @param out is flushed after each record, and never closed
     */
    static LogSink printing(PrintStream out, LogFormat format) {
        return new PrintStreamSink(out, format);
    }
}
