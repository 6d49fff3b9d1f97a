package io.ergo.spring.boot.autoconfigure;

import io.ergo.Node;
import io.ergo.actuator.ErgoEndpoint;
import io.ergo.actuator.ErgoEndpointWebExtension;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The endpoint {@code ergo}. It is not exposed unless {@code management.endpoints.web.exposure.include} names it. */
@AutoConfiguration(after = ErgoAutoConfiguration.class)
@ConditionalOnClass({ErgoEndpoint.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnAvailableEndpoint(endpoint = ErgoEndpoint.class)
@ConditionalOnBean({Node.class, ErgoProperties.class})
public final class ErgoEndpointAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ErgoEndpoint ergoEndpoint(Node node, ErgoProperties properties) {
        return new ErgoEndpoint(node, properties.observability().endpoint().maxProcesses());
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(ErgoEndpoint.class)
    @ConditionalOnAvailableEndpoint(endpoint = ErgoEndpoint.class, exposure = EndpointExposure.WEB)
    ErgoEndpointWebExtension ergoEndpointWebExtension(ErgoEndpoint endpoint) {
        return new ErgoEndpointWebExtension(endpoint);
    }
}
