package io.ergo.spring.boot.autoconfigure;

import java.util.function.Supplier;

import io.ergo.Node;
import io.ergo.engine.NodeBuilder;
import io.ergo.spring.ErgoNodeCustomizer;
import org.springframework.beans.factory.ObjectProvider;

/** Starts incarnations of a node as the configuration and the customizers want them. */
final class NodeStarter implements Supplier<Node> {

    private final String name;
    private final ErgoProperties.Node properties;
    private final LogSinks sinks;
    private final ObjectProvider<ErgoNodeCustomizer> customizers;

    NodeStarter(String name, ErgoProperties.Node properties, LogSinks sinks,
            ObjectProvider<ErgoNodeCustomizer> customizers) {
        this.name = name;
        this.properties = properties;
        this.sinks = sinks;
        this.customizers = customizers;
    }

    @Override
    public Node get() {
        NodeBuilder builder = NodeBuilder.named(name).env(properties.env())
                .shutdownTimeout(properties.shutdownTimeout())
                .logDeadLetters(properties.logDeadLetters()).exposeEnv(properties.exposeEnv())
                .slots(properties.slots())
                .logLevel(properties.log().level()).slf4j(properties.log().slf4j());
        sinks.addTo(builder);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.start();
    }
}
