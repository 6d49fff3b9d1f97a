package io.ergo.spring.boot.autoconfigure;

import io.ergo.Node;
import io.ergo.engine.NodeBuilder;
import io.ergo.spring.ErgoActors;
import io.ergo.spring.ErgoDefinitions;
import io.ergo.spring.ErgoExit;
import io.ergo.spring.ErgoNodeCustomizer;
import io.ergo.spring.ErgoTemplate;
import io.ergo.spring.ThreadContextCleaner;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * A node in the context: finds actors, supervisors and applications, starts the node with the context and stops it with
 * the context. {@code ergo.enabled=false} turns it off; a {@link Node} bean of the user takes the place of the node,
 * and then nothing is started on it.
 */
@AutoConfiguration
@ConditionalOnClass(NodeBuilder.class)
@ConditionalOnBooleanProperty(name = "ergo.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ErgoProperties.class)
public final class ErgoAutoConfiguration {

    ErgoAutoConfiguration(ErgoProperties properties) {
        properties.check();
    }

    @Bean
    @ConditionalOnMissingBean
    static ErgoDefinitions ergoDefinitions() {
        return new ErgoDefinitions();
    }

    @Bean
    @ConditionalOnMissingBean
    ErgoActors ergoActors(ErgoDefinitions definitions, ObjectProvider<ThreadContextCleaner> cleaners,
            ErgoProperties properties) {
        return new ErgoActors(definitions, cleaners.orderedStream().toList(), properties.node().mdc());
    }

    @Bean
    @ConditionalOnMissingBean
    ErgoTemplate ergoTemplate(Node node, ErgoActors actors) {
        return new ErgoTemplate(node, actors);
    }

    /** What ends the JVM, which nothing of ours does unless it was asked for. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("ergo.node.exit-on-timeout")
    static final class ExitConfiguration {

        @Bean
        @ConditionalOnMissingBean
        ErgoExit ergoExit() {
            return new JvmExit(new ContextThreads("ergo-exit"), SpringApplication.getShutdownHandlers());
        }

        @Bean
        TimeoutExit ergoTimeoutExit(ErgoExit exit, ConfigurableApplicationContext context) {
            return new TimeoutExit(exit, context);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(Node.class)
    static final class NodeConfiguration {

        @Bean
        NodeFacade ergoNode(ErgoProperties properties, Environment environment) {
            String name = properties.node().name();
            return new NodeFacade(
                    name != null ? name : NodeName.of(environment.getProperty("spring.application.name")));
        }

        @Bean
        @ConditionalOnMissingBean
        ErgoApplications ergoApplications(ErgoDefinitions definitions, ErgoActors actors, ListableBeanFactory beans,
                Environment environment, ErgoProperties properties) {
            SupervisionTrees trees = new SupervisionTrees(definitions, actors, environment, properties.supervisors());
            Orphans orphans = new Orphans(definitions, actors, trees, beans);
            return new ApplicationPlan(orphans, trees, beans, environment, properties.applications()).make(definitions);
        }

        @Bean
        @ConditionalOnMissingBean
        ErgoNodeLifecycle ergoNodeLifecycle(NodeFacade node, ErgoApplications applications, ErgoActors actors,
                ErgoProperties properties, ObjectProvider<ErgoNodeCustomizer> customizers,
                ObjectProvider<TimeoutExit> timeoutExit, Environment environment,
                ConfigurableApplicationContext context) {
            LogSinks sinks = new LogSinks(context, properties.node().log().sinks());
            return new ErgoNodeLifecycle(node,
                    new NodeStarter(node.name(), ProgramVersion.of(environment), properties.node(), sinks, customizers,
                            timeoutExit),
                    applications,
                    actors::isInProcess, context, new ContextThreads(node.name()), properties.node());
        }
    }
}
