package io.ergo.spring.boot.autoconfigure;

import io.ergo.spring.ThreadContextCleaner;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What is cleared on a worker after each message: security, transaction and observation, where their libraries are
 * present.
 */
@AutoConfiguration(after = ErgoAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnBean(ErgoProperties.class)
public final class ErgoThreadContextAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(SecurityContextHolder.class)
    static final class SecurityConfiguration {

        @Bean
        @ConditionalOnMissingBean(name = "ergoSecurityContextCleaner")
        ThreadContextCleaner ergoSecurityContextCleaner() {
            return SecurityContextHolder::clearContext;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(TransactionSynchronizationManager.class)
    static final class TransactionConfiguration {

        @Bean
        @ConditionalOnMissingBean(name = "ergoTransactionCleaner")
        ThreadContextCleaner ergoTransactionCleaner() {
            return new TransactionCleaner();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ObservationRegistry.class)
    @ConditionalOnBean(ObservationRegistry.class)
    static final class ObservationConfiguration {

        @Bean
        @ConditionalOnMissingBean(name = "ergoObservationCleaner")
        ThreadContextCleaner ergoObservationCleaner(ObservationRegistry registry) {
            return () -> {
                Observation.Scope open = registry.getCurrentObservationScope();
                while (open != null) {
                    open.close();
                    open = registry.getCurrentObservationScope();
                }
            };
        }
    }
}
