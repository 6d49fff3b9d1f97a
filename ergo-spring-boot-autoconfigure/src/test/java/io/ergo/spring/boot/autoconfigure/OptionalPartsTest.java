package io.ergo.spring.boot.autoconfigure;

import java.util.List;

import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Reason;
import io.ergo.actuator.ErgoEndpoint;
import io.ergo.actuator.ErgoEndpointWebExtension;
import io.ergo.actuator.ErgoHealthIndicator;
import io.ergo.actuator.ErgoMeterBinder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.ControllerAdviceBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

class OptionalPartsTest {

    private final ApplicationContextRunner runner = Contexts.with().withConfiguration(
            AutoConfigurations.of(MetricsAutoConfiguration.class, ErgoEndpointAutoConfiguration.class,
                    ErgoHealthContributorAutoConfiguration.class, ErgoMetricsAutoConfiguration.class,
                    ErgoWebAutoConfiguration.class));

    private final WebApplicationContextRunner web = new WebApplicationContextRunner().withConfiguration(
            AutoConfigurations.of(ErgoAutoConfiguration.class, ErgoWebAutoConfiguration.class,
                    ErgoEndpointAutoConfiguration.class))
            .withPropertyValues("ergo.node.name=web@localhost", "ergo.node.slots=1");

    @Configuration(proxyBeanMethods = false)
    static class Registry {

        @Bean
        MeterRegistry registry() {
            return new SimpleMeterRegistry();
        }
    }

    @Test
    void endpoint_exposed_showsTheNode() {
        Contexts.run(runner.withPropertyValues("management.endpoints.web.exposure.include=ergo"), context -> {
            assertThat(context).hasSingleBean(ErgoEndpoint.class).hasSingleBean(ErgoEndpointWebExtension.class);
            assertThat(context.getBean(ErgoEndpoint.class).node().toString()).contains("test@localhost");
        });
    }

    @Test
    void endpoint_notExposed_isAbsent() {
        Contexts.run(runner, context -> assertThat(context).doesNotHaveBean(ErgoEndpoint.class)
                .doesNotHaveBean(ErgoEndpointWebExtension.class));
    }

    @Test
    void endpoint_ofTheUser_isTheOnlyOne() {
        Contexts.run(
                runner.withPropertyValues("management.endpoints.web.exposure.include=*").withBean("mine",
                        ErgoEndpoint.class,
                        () -> new ErgoEndpoint(mock(Node.class))),
                context -> assertThat(context).hasSingleBean(ErgoEndpoint.class).hasBean("mine"));
    }

    @Test
    void endpoint_withoutActuator_isAbsent() {
        for (Class<?> missing : new Class<?>[] {ErgoEndpoint.class, ConditionalOnAvailableEndpoint.class}) {
            Contexts.run(runner.withClassLoader(new FilteredClassLoader(missing)).withPropertyValues(
                    "management.endpoints.web.exposure.include=*"),
                    context -> assertThat(context).doesNotHaveBean("ergoEndpoint"));
        }
    }

    @Test
    void health_byDefault_isUpWhileTheNodeRuns() {
        Contexts.run(runner, context -> assertThat(context.getBean(ErgoHealthIndicator.class).health().getStatus())
                .isEqualTo(Status.UP));
    }

    @Test
    void health_switchedOffOrReplaced_isAbsent() {
        Contexts.run(runner.withPropertyValues("management.health.ergo.enabled=false"),
                context -> assertThat(context).doesNotHaveBean(ErgoHealthIndicator.class));
        Contexts.run(runner.withBean("ergoHealthIndicator", String.class, () -> "mine"),
                context -> assertThat(context).doesNotHaveBean(ErgoHealthIndicator.class));
        Contexts.run(runner.withClassLoader(new FilteredClassLoader(HealthIndicator.class)),
                context -> assertThat(context).doesNotHaveBean("ergoHealthIndicator"));
    }

    @Test
    void meters_withRegistry_followEachIncarnation() {
        Contexts.run(runner.withUserConfiguration(Registry.class), context -> {
            assertThat(context).hasSingleBean(ErgoMeterBinder.class);
            assertThat(context.getBean(MeterRegistry.class).getMeters())
                    .extracting(meter -> meter.getId().getTag("node")).contains("test@localhost");
            Node node = context.getBean(Node.class);
            assertIsSampled(node);
            context.getSourceApplicationContext(ConfigurableApplicationContext.class).stop();
            context.getSourceApplicationContext(ConfigurableApplicationContext.class).start();
            assertIsSampled(node);
        });
    }

    private static void assertIsSampled(Node node) {
        assertThatThrownBy(() -> node.sample(2, (behavior, mailboxNanos, handlerNanos) -> {}))
                .isInstanceOf(ErgoException.class)
                .extracting(e -> ((ErgoException) e).reason()).isEqualTo(Reason.TAKEN);
    }

    @Test
    void meters_withoutRegistryOrMicrometer_areAbsent() {
        Contexts.run(runner, context -> assertThat(context).doesNotHaveBean(ErgoMeterBinder.class));
        for (Class<?> missing : new Class<?>[] {MeterRegistry.class, ErgoMeterBinder.class}) {
            Contexts.run(runner.withClassLoader(new FilteredClassLoader(missing)),
                    context -> assertThat(context).doesNotHaveBean("ergoMeterBinder"));
        }
    }

    @Test
    void meters_ofTheUser_areTheOnlyOnes() {
        Contexts.run(runner.withUserConfiguration(Registry.class).withBean("mine", ErgoMeterBinder.class,
                () -> new ErgoMeterBinder(new NodeFacade("mine@localhost"))),
                context -> assertThat(context).hasSingleBean(ErgoMeterBinder.class).hasBean("mine"));
    }

    @Test
    void advice_servletApplication_isThere() {
        web.run(context -> assertThat(context).hasNotFailed().hasSingleBean(ErgoExceptionAdvice.class));
    }

    @RestControllerAdvice
    static class OwnAdvice {}

    @Test
    void advice_ofTheUser_comesFirst() {
        web.withUserConfiguration(OwnAdvice.class)
                .run(context -> assertThat(ControllerAdviceBean.findAnnotatedBeans(context))
                        .extracting(ControllerAdviceBean::getBeanType)
                        .isEqualTo(List.of(OwnAdvice.class, ErgoExceptionAdvice.class)));
    }

    @Test
    void advice_switchedOffOrNoWeb_isAbsent() {
        web.withPropertyValues("ergo.web.problem-details=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ErgoExceptionAdvice.class));
        web.withPropertyValues("ergo.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ErgoExceptionAdvice.class));
        web.withClassLoader(new FilteredClassLoader(RestControllerAdvice.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("ergoExceptionAdvice"));
        Contexts.run(runner, context -> assertThat(context).doesNotHaveBean(ErgoExceptionAdvice.class));
    }

    @Test
    void everything_disabled_isAbsent() {
        runner.withUserConfiguration(Registry.class)
                .withPropertyValues("ergo.enabled=false", "management.endpoints.web.exposure.include=*")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ErgoEndpoint.class)
                        .doesNotHaveBean(ErgoHealthIndicator.class).doesNotHaveBean(ErgoMeterBinder.class));
    }
}
