package io.ergo.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.function.Consumer;

import io.ergo.Node;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Contexts with a node, and the check that nothing is left of it. */
final class Contexts {

    private static final ApplicationContextRunner RUNNER = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ErgoAutoConfiguration.class))
            .withPropertyValues("ergo.node.name=test@localhost", "ergo.node.slots=2", "ergo.node.shutdown-timeout=10s");

    private Contexts() {}

    static ApplicationContextRunner with(Class<?>... configurations) {
        return RUNNER.withUserConfiguration(configurations);
    }

    /** Runs a context that must start, and checks after it was closed that neither process nor thread is left. */
    static void run(ApplicationContextRunner runner, Consumer<AssertableApplicationContext> test) {
        Node[] node = new Node[1];
        runner.run(context -> {
            assertThat(context).hasNotFailed();
            node[0] = context.getBean(Node.class);
            test.accept(context);
        });
        assertNothingLeft(node[0]);
    }

    static void assertNothingLeft(Node node) {
        assertThat(node.isAlive()).isFalse();
        assertThat(node.audit().isClean()).as(() -> node.audit().toString()).isTrue();
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(node.audit().workers()).isZero();
            assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                    .doesNotContain(node.name() + "-context");
        });
    }
}
