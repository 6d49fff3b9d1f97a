package io.ergo.conformance;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/** What the logger of a node writes while a test looks at it, each record as its level and its text. */
final class Logged extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<String> records = new CopyOnWriteArrayList<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.ergo.node");
    private final Level before = logger.getEffectiveLevel();

    private Logged(Level level) {
        setContext(logger.getLoggerContext());
        start();
        logger.setLevel(level);
        logger.addAppender(this);
    }

    /** Looks at what is written from now on, from this level on. */
    static Logged from(Level level) {
        return new Logged(level);
    }

    List<String> records() {
        return records;
    }

    @Override
    protected void append(ILoggingEvent event) {
        records.add(event.getLevel() + " " + event.getFormattedMessage());
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setLevel(before);
        stop();
    }
}
