package io.ergo.spring.boot.autoconfigure;

import java.net.InetAddress;
import java.util.Map;

import io.ergo.Node;
import io.ergo.engine.NodeBuilder;
import io.ergo.spring.ErgoActors;
import io.ergo.spring.ErgoNodeCustomizer;
import io.ergo.spring.ErgoTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class ErgoAutoConfigurationTest {

    @Test
    void context_nothingElse_runsANode() {
        Contexts.run(Contexts.with(), context -> {
            assertThat(context).hasSingleBean(Node.class).hasSingleBean(ErgoTemplate.class)
                    .hasSingleBean(ErgoActors.class);
            Node node = context.getBean(Node.class);
            assertThat(node.isAlive()).isTrue();
            assertThat(node.name()).isEqualTo("test@localhost");
            assertThat(node.applications()).isEmpty();
        });
    }

    @Test
    void context_noName_makesOneOfApplicationAndHost() throws Exception {
        String host = InetAddress.getLocalHost().getHostName();
        ApplicationContextRunner runner = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ErgoAutoConfiguration.class))
                .withPropertyValues("ergo.node.slots=1");
        Contexts.run(runner.withPropertyValues("spring.application.name=fleet watch"),
                context -> assertThat(context.getBean(Node.class).name()).isEqualTo("fleet-watch@" + host));
        Contexts.run(runner, context -> assertThat(context.getBean(Node.class).name()).isEqualTo("node@" + host));
    }

    @Test
    void context_disabled_hasNothingOfOurs() {
        Contexts.with().withPropertyValues("ergo.enabled=false").run(context -> assertThat(context).hasNotFailed()
                .doesNotHaveBean(Node.class).doesNotHaveBean(ErgoTemplate.class).doesNotHaveBean(ErgoProperties.class));
    }

    @Test
    void context_withoutTheEngine_hasNothingOfOurs() {
        Contexts.with().withClassLoader(new FilteredClassLoader(NodeBuilder.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Node.class));
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnNode {

        @Bean
        Node mine() {
            return mock(Node.class);
        }
    }

    @Test
    void context_nodeOfTheUser_startsNoOther() {
        Contexts.with(OwnNode.class).run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(Node.class).doesNotHaveBean(ErgoNodeLifecycle.class)
                    .doesNotHaveBean(ErgoApplications.class);
            assertThat(context.getBean(ErgoTemplate.class).node()).isSameAs(context.getBean("mine"));
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnBeans {

        @Bean
        ErgoTemplate mine(Node node, ErgoActors actors) {
            return new ErgoTemplate(node, actors);
        }
    }

    @Test
    void context_templateOfTheUser_isTheOnlyOne() {
        Contexts.run(Contexts.with(OwnBeans.class),
                context -> assertThat(context).hasSingleBean(ErgoTemplate.class).hasBean("mine"));
    }

    @Configuration(proxyBeanMethods = false)
    static class Customizers {

        @Bean
        @Order(2)
        ErgoNodeCustomizer second() {
            return builder -> builder.env(Map.of("color", "blue"));
        }

        @Bean
        @Order(1)
        ErgoNodeCustomizer first() {
            return builder -> builder.env(Map.of("color", "red", "size", 1));
        }
    }

    @Test
    void customizers_inOrder_haveTheLastWord() {
        Contexts.run(
                Contexts.with(Customizers.class).withPropertyValues("ergo.node.env.color=green",
                        "ergo.node.env.shape=round"),
                context -> assertThat(context.getBean(Node.class).env()).containsEntry("COLOR", "blue")
                        .containsEntry("SIZE", 1)
                        .containsEntry("SHAPE", "round"));
    }
}
