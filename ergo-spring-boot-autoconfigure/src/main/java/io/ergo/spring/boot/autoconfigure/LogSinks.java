package io.ergo.spring.boot.autoconfigure;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import io.ergo.LogLevel;
import io.ergo.MessageLog;
import io.ergo.engine.NodeBuilder;
import io.ergo.spi.LogSink;
import org.springframework.beans.factory.ListableBeanFactory;

/** The beans that are loggers of the node, each under the name of its bean. Any thread. */
final class LogSinks {

    private final ListableBeanFactory beans;
    private final Map<String, ErgoProperties.Log.Sink> properties;

    LogSinks(ListableBeanFactory beans, Map<String, ErgoProperties.Log.Sink> properties) {
        this.beans = beans;
        this.properties = properties;
    }

    /** Adds them to a node that is about to start. */
    void addTo(NodeBuilder builder) {
        Map<String, LogSink> sinks = beans.getBeansOfType(LogSink.class);
        ProcessNames.warnOfUnknown("ergo.node.log.sinks", properties.keySet(), sinks.keySet());
        sinks.forEach((name, sink) -> builder.logger(name, new BeanSink(sink), levels(name)));
    }

    private LogLevel[] levels(String name) {
        ErgoProperties.Log.Sink configured = properties.get(name);
        Set<LogLevel> levels = EnumSet.noneOf(LogLevel.class);
        if (configured != null) {
            levels.addAll(configured.levels());
        }
        return levels.toArray(LogLevel[]::new);
    }

    /** A bean as a logger: the context closes it, and not the node, which may be started again. */
    private record BeanSink(LogSink bean) implements LogSink {

        @Override
        public void log(MessageLog record) {
            bean.log(record);
        }

        @Override
        public Class<?> sinkClass() {
            return bean.sinkClass();
        }
    }
}
