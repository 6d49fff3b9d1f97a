package io.ergo.conformance;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What a logger writes while a test looks at it. */
final class Logged extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final Logger logger;
    private final @Nullable Level before;
    private volatile Consumer<String> listener = _ -> {};

    private Logged(Logger logger) {
        this.logger = logger;
        this.before = logger.getLevel();
        setContext(logger.getLoggerContext());
        start();
        logger.addAppender(this);
    }

    /** Looks at what nodes write of themselves. */
    static Logged byNodes() {
        return by("io.ergo.node");
    }

    /** Looks at what the logger of this name writes. */
    static Logged by(String name) {
        return new Logged((Logger) LoggerFactory.getLogger(name));
    }

    /** Lets the logger write from this level on, until this is closed. */
    Logged from(Level level) {
        logger.setLevel(level);
        return this;
    }

    /** Runs the action, on the thread that writes, with each record that contains the text. */
    Logged when(String text, Runnable action) {
        listener = message -> {
            if (message.contains(text)) {
                action.run();
            }
        };
        return this;
    }

    /** Returns the messages that contain the text, of this level. */
    List<String> messages(Level level, String text) {
        return events.stream().filter(event -> event.getLevel().equals(level)).map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.contains(text)).toList();
    }

    /** Returns each record as its level and its text. */
    List<String> records() {
        return events.stream().map(event -> event.getLevel() + " " + event.getFormattedMessage()).toList();
    }

    List<ILoggingEvent> events() {
        return events;
    }

    @Override
    protected void append(ILoggingEvent event) {
        event.prepareForDeferredProcessing();
        event.getCallerData();
        events.add(event);
        listener.accept(event.getFormattedMessage());
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setLevel(before);
        stop();
    }
}
