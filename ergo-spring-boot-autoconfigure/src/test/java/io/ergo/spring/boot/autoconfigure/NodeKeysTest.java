package io.ergo.spring.boot.autoconfigure;

import java.util.concurrent.CountDownLatch;

import io.ergo.Node;
import io.ergo.Request;
import io.ergo.Version;
import io.ergo.spring.ErgoActor;
import io.ergo.spring.ErgoTemplate;
import io.ergo.spring.OnCall;
import io.ergo.spring.OnMessage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Keys below {@code ergo.node} reach the node. */
class NodeKeysTest {

    record NameOfThread() implements Request<String> {}

    record Pause(CountDownLatch over) {}

    @ErgoActor(name = "worker")
    static class Worker {

        @OnCall
        String name(NameOfThread request) {
            return Thread.currentThread().getName();
        }

        @OnMessage
        void pause(Pause pause) throws InterruptedException {
            pause.over().await();
        }
    }

    @Test
    void nameThreads_on_namesTheThreadAfterTheProcess() {
        Contexts.run(Contexts.with(Worker.class).withPropertyValues("ergo.node.name-threads=true"),
                context -> assertThat(context.getBean(ErgoTemplate.class).call("worker", new NameOfThread()))
                        .startsWith("<").endsWith(" 'worker' " + Worker.class.getName()));
    }

    @Test
    void slowHandler_short_countsHandlersAboveIt() {
        Contexts.run(Contexts.with(Worker.class).withPropertyValues("ergo.node.slow-handler=20ms"), context -> {
            Pause pause = new Pause(new CountDownLatch(1));
            context.getBean(ErgoTemplate.class).send("worker", pause).orThrow();

            await().until(() -> context.getBean(Node.class).statistics().slowHandlers() >= 1);

            pause.over().countDown();
        });
    }

    @Test
    void version_ofTheApplication_isThatOfTheNode() {
        Contexts.run(Contexts.with(Worker.class).withPropertyValues("spring.application.name=fleet",
                "spring.application.version=1.2"), context -> {
                    assertThat(context.getBean(Node.class).version()).isEqualTo(Version.of("fleet", "1.2"));
                    assertThat(context.getBean(Node.class).frameworkVersion().name()).isEqualTo("Ergo for Spring Boot");
                });
        Contexts.run(Contexts.with(Worker.class),
                context -> assertThat(context.getBean(Node.class).version()).isEqualTo(Version.none()));
    }
}
