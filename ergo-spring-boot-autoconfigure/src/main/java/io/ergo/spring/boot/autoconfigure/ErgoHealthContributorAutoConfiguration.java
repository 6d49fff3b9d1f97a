package io.ergo.spring.boot.autoconfigure;

import io.ergo.Node;
import io.ergo.actuator.ErgoHealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The health of the node as {@code ergo}; {@code management.health.ergo.enabled=false} turns it off. */
@AutoConfiguration(after = ErgoAutoConfiguration.class)
@ConditionalOnClass({ErgoHealthIndicator.class, HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean({Node.class, ErgoProperties.class})
@ConditionalOnEnabledHealthIndicator("ergo")
public final class ErgoHealthContributorAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = {"ergoHealthIndicator", "ergoHealthContributor"})
    ErgoHealthIndicator ergoHealthIndicator(Node node) {
        return new ErgoHealthIndicator(node);
    }
}
