package io.ergo.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import io.ergo.Delivery;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.Request;
import io.ergo.spring.ErgoActor;
import io.ergo.spring.ErgoNodeStartedEvent;
import io.ergo.spring.ErgoNodeStoppedEvent;
import io.ergo.spring.ErgoNodeStoppingEvent;
import io.ergo.spring.ErgoTemplate;
import io.ergo.spring.OnCall;
import io.ergo.spring.OnInit;
import io.ergo.spring.OnMessage;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class NodeLifecycleTest {

    record Hello() implements Request<String> {}

    @ErgoActor(name = "greeter")
    static class Greeter {

        @OnCall
        String hello(Hello request) {
            return "hello";
        }
    }

    static class Listener {

        final List<String> told = new CopyOnWriteArrayList<>();

        @EventListener
        void started(ErgoNodeStartedEvent event) {
            told.add("started " + event.node().isAlive());
        }

        @EventListener
        void stopping(ErgoNodeStoppingEvent event) {
            told.add("stopping " + event.node().isAlive());
            throw new IllegalStateException("is logged");
        }

        @EventListener
        void stopped(ErgoNodeStoppedEvent event) {
            told.add("stopped " + event.node().isAlive() + " " + event.orderly());
        }
    }

    private static ConfigurableApplicationContext source(AssertableApplicationContext context) {
        return context.getSourceApplicationContext(ConfigurableApplicationContext.class);
    }

    @Test
    void context_stoppedAndStarted_hasANewIncarnation() {
        Contexts.run(Contexts.with(Greeter.class), context -> {
            Node node = context.getBean(Node.class);
            ErgoTemplate template = context.getBean(ErgoTemplate.class);
            long creation = node.creation();
            Pid before = node.pidOf("greeter").orElseThrow();

            source(context).stop();
            assertThat(node.isAlive()).isFalse();
            assertThat(node.audit().isClean()).isTrue();
            assertThat(template.send("greeter", new Hello()).outcome()).isEqualTo(Delivery.Outcome.NODE_STOPPED);
            source(context).start();

            assertThat(node.isAlive()).isTrue();
            assertThat(node.creation()).isGreaterThan(creation);
            assertThat(template.call("greeter", new Hello())).isEqualTo("hello");
            assertThat(template.send(before, new Hello()).outcome()).isEqualTo(Delivery.Outcome.INCARNATION);
        });
    }

    @Test
    void context_pausedAndRestarted_hasANewIncarnation() {
        Contexts.run(Contexts.with(Greeter.class), context -> {
            Node node = context.getBean(Node.class);
            long creation = node.creation();
            for (int times = 0; times < 3; times++) {
                source(context).pause();
                assertThat(node.isAlive()).isFalse();
                source(context).restart();
                assertThat(node.call("greeter", new Hello())).isEqualTo("hello");
            }
            assertThat(node.creation()).isGreaterThanOrEqualTo(creation + 3);
        });
    }

    @Test
    void listeners_startAndStop_areToldInOrder() {
        Listener[] listener = new Listener[1];
        Contexts.run(Contexts.with(Listener.class), context -> listener[0] = context.getBean(Listener.class));
        assertThat(listener[0].told).containsExactly("started true", "stopping true", "stopped false true");
    }

    static class FailingListener {

        static final List<Node> NODES = new CopyOnWriteArrayList<>();

        @EventListener
        void started(ErgoNodeStartedEvent event) {
            NODES.add(event.node());
            throw new IllegalStateException("no");
        }
    }

    @Test
    void listener_failsTheStart_stopsTheNode() {
        Contexts.with(FailingListener.class, Greeter.class)
                .run(context -> assertThat(context).getFailure().hasRootCauseMessage("no"));
        Contexts.assertNothingLeft(FailingListener.NODES.removeLast());
    }

    @ErgoActor(name = "broken")
    static class Broken {

        static final List<Node> NODES = new CopyOnWriteArrayList<>();

        Broken(Node node) {
            NODES.add(node);
        }

        @OnInit
        void start() {
            throw new IllegalStateException("cannot start");
        }

        @OnMessage
        void take(Object message) {}
    }

    @Test
    void actor_failsTheStart_stopsTheNodeAndNamesTheCause() {
        Contexts.with(Greeter.class, Broken.class)
                .run(context -> assertThat(context).getFailure().hasRootCauseInstanceOf(IllegalStateException.class)
                        .hasRootCauseMessage("cannot start"));
        Contexts.assertNothingLeft(Broken.NODES.removeLast());
    }

    static class Impatient {

        final boolean wasStopped;

        Impatient(Node node) {
            wasStopped = !node.isAlive() && node.uptime().isZero() && node.env().isEmpty() && node.audit().isClean()
                    && node.statistics().spawned() == 0
                    && node.send("greeter", new Hello()).outcome() == Delivery.Outcome.NODE_STOPPED;
            assertThatThrownBy(() -> node.call("greeter", new Hello())).isInstanceOf(ErgoException.class)
                    .hasMessageContaining("ErgoNodeStartedEvent").extracting(e -> ((ErgoException) e).reason())
                    .isEqualTo(Reason.NODE_TERMINATED);
        }
    }

    @Test
    void node_beforeTheStart_isAStoppedOne() {
        Contexts.run(Contexts.with(Impatient.class, Greeter.class),
                context -> assertThat(context.getBean(Impatient.class).wasStopped).isTrue());
    }

    private static boolean hasContextThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("test@localhost-context") && !thread.isDaemon());
    }

    @Test
    void jvm_nodeRuns_isKeptAlive() {
        Contexts.run(Contexts.with(), context -> {
            assertThat(hasContextThread()).isTrue();
            source(context).stop();
            await().atMost(Duration.ofSeconds(10)).until(() -> !hasContextThread());
            source(context).start();
            assertThat(hasContextThread()).isTrue();
        });
        Contexts.run(Contexts.with().withPropertyValues("ergo.node.keep-alive=false"),
                context -> assertThat(hasContextThread()).isFalse());
    }

    @Test
    void phase_ofTheNode_isBelowTheWebServer() {
        Contexts.run(Contexts.with(), context -> assertThat(context.getBean(ErgoNodeLifecycle.class).getPhase())
                .isLessThan(SmartLifecycle.DEFAULT_PHASE - 2048));
    }

    @ErgoActor
    static class Stubborn {

        static final CountDownLatch BUSY = new CountDownLatch(1);
        static final CountDownLatch MAY_END = new CountDownLatch(1);

        @OnMessage
        void take(String message) throws InterruptedException {
            BUSY.countDown();
            MAY_END.await();
        }
    }

    @Test
    void context_generalTimeoutIsShort_waitsForTheNodeAllTheSame() {
        AtomicBoolean released = new AtomicBoolean();
        ApplicationContextRunner runner = Contexts.with(Stubborn.class)
                .withConfiguration(AutoConfigurations.of(LifecycleAutoConfiguration.class))
                .withPropertyValues("spring.lifecycle.timeout-per-shutdown-phase=1ms");
        Contexts.run(runner, context -> {
            ErgoTemplate template = context.getBean(ErgoTemplate.class);
            Node node = context.getBean(Node.class);
            template.send(template.spawn(Stubborn.class), "work").orThrow();
            await().until(() -> Stubborn.BUSY.getCount() == 0);
            Thread.ofPlatform().start(() -> {
                await().until(() -> !node.isAlive());
                released.set(true);
                Stubborn.MAY_END.countDown();
            });
            source(context).close();
            assertThat(released).isTrue();
        });
    }

    @ErgoActor
    static class Hanging {

        static final CountDownLatch BUSY = new CountDownLatch(1);

        @OnMessage
        void take(String message) throws InterruptedException {
            BUSY.countDown();
            new CountDownLatch(1).await();
        }
    }

    @Test
    void process_doesNotEnd_isKilledAfterTheTimeout() {
        Listener[] listener = new Listener[1];
        Contexts.run(
                Contexts.with(Hanging.class, Listener.class).withPropertyValues("ergo.node.shutdown-timeout=100ms"),
                context -> {
                    listener[0] = context.getBean(Listener.class);
                    ErgoTemplate template = context.getBean(ErgoTemplate.class);
                    template.send(template.spawn(Hanging.class), "work").orThrow();
                    await().until(() -> Hanging.BUSY.getCount() == 0);
                });
        assertThat(listener[0].told).endsWith("stopped false false");
    }

    record Close() {}

    @ErgoActor
    static class Closing {

        private final ConfigurableApplicationContext context;

        Closing(ConfigurableApplicationContext context) {
            this.context = context;
        }

        @OnMessage
        void close(Close order) {
            context.close();
        }
    }

    @Test
    void process_closesTheContext_doesNotWaitForItself() {
        Contexts.run(Contexts.with(Closing.class), context -> {
            ErgoTemplate template = context.getBean(ErgoTemplate.class);
            Node node = context.getBean(Node.class);
            template.send(template.spawn(Closing.class), new Close()).orThrow();
            await().atMost(Duration.ofSeconds(8)).untilAsserted(() -> assertThat(node.audit().isClean()).isTrue());
            await().atMost(Duration.ofSeconds(8)).until(() -> !source(context).isActive());
        });
    }
}
