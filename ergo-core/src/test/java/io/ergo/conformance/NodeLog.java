package io.ergo.conformance;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/** What nodes log of themselves while it is open. */
final class NodeLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Logger logger;
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    private NodeLog(String logger) {
        this.logger = (Logger) LoggerFactory.getLogger(logger);
    }

    static NodeLog open() {
        return open("io.ergo.node");
    }

    static NodeLog open(String logger) {
        NodeLog log = new NodeLog(logger);
        log.setContext(log.logger.getLoggerContext());
        log.start();
        log.logger.addAppender(log);
        return log;
    }

    @Override
    protected void append(ILoggingEvent event) {
        events.add(event);
    }

    /** Returns the messages that contain the text, of this level. */
    List<String> messages(Level level, String text) {
        return events.stream().filter(event -> event.getLevel().equals(level)).map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.contains(text)).toList();
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        stop();
    }
}
