package io.ergo.spring.boot.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Problem details for web controllers that send to processes and call them; {@code ergo.web.problem-details=false}
 * turns them off.
 */
@AutoConfiguration(after = ErgoAutoConfiguration.class)
@ConditionalOnClass(RestControllerAdvice.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(ErgoProperties.class)
@ConditionalOnBooleanProperty(name = "ergo.web.problem-details", matchIfMissing = true)
public final class ErgoWebAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ErgoExceptionAdvice ergoExceptionAdvice() {
        return new ErgoExceptionAdvice();
    }
}
