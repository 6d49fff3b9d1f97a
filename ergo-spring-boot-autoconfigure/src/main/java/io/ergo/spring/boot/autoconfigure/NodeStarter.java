package io.ergo.spring.boot.autoconfigure;

import java.util.function.Supplier;

import io.ergo.Node;
import io.ergo.Version;
import io.ergo.engine.NodeBuilder;
import io.ergo.spring.ErgoNodeCustomizer;
import org.springframework.beans.factory.ObjectProvider;

/** Starts incarnations of a node as the configuration and the customizers want them. */
final class NodeStarter implements Supplier<Node> {

    private final String name;
    private final Version version;
    private final ObjectProvider<TimeoutExit> timeoutExit;
    private final ErgoProperties.Node properties;
    private final LogSinks sinks;
    private final ObjectProvider<ErgoNodeCustomizer> customizers;

    NodeStarter(String name, Version version, ErgoProperties.Node properties, LogSinks sinks,
            ObjectProvider<ErgoNodeCustomizer> customizers, ObjectProvider<TimeoutExit> timeoutExit) {
        this.name = name;
        this.version = version;
        this.timeoutExit = timeoutExit;
        this.properties = properties;
        this.sinks = sinks;
        this.customizers = customizers;
    }

    @Override
    public Node get() {
        NodeBuilder builder = NodeBuilder.named(name).env(properties.env())
                .shutdownTimeout(properties.shutdownTimeout())
                .logDeadLetters(properties.logDeadLetters()).exposeEnv(properties.exposeEnv())
                .slots(properties.slots()).slowHandler(properties.slowHandler())
                .nameThreads(properties.nameThreads()).version(version)
                .logLevel(properties.log().level()).slf4j(properties.log().slf4j());
        sinks.addTo(builder);
        timeoutExit.ifAvailable(builder::afterStopTimeout);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.start();
    }
}
