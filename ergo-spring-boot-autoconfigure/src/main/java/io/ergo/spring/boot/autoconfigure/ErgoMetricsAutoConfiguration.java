package io.ergo.spring.boot.autoconfigure;

import io.ergo.Node;
import io.ergo.actuator.ErgoMeterBinder;
import io.ergo.actuator.MeterOptions;
import io.ergo.spring.ErgoNodeStartedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

/** The meters of the node, at every registry of the context. */
@AutoConfiguration(after = ErgoAutoConfiguration.class, afterName = {
    "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration",
    "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"})
@ConditionalOnClass({ErgoMeterBinder.class, MeterRegistry.class})
@ConditionalOnBean({Node.class, ErgoProperties.class, MeterRegistry.class})
public final class ErgoMetricsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ErgoMeterBinder ergoMeterBinder(Node node, ErgoProperties properties) {
        ErgoProperties.Observability.Metrics metrics = properties.observability().metrics();
        return new ErgoMeterBinder(node,
                new MeterOptions(metrics.sampleOneIn(), metrics.maxTagValues(), metrics.maxProcesses()));
    }

    @Bean
    @ConditionalOnMissingBean
    MeterRefresh ergoMeterRefresh(ErgoMeterBinder binder) {
        return new MeterRefresh(binder);
    }

    /** Lets the meters sample from the start of each incarnation on, not only from the first scrape. */
    record MeterRefresh(ErgoMeterBinder binder) {

        @EventListener
        void started(ErgoNodeStartedEvent event) {
            binder.refresh();
        }
    }
}
