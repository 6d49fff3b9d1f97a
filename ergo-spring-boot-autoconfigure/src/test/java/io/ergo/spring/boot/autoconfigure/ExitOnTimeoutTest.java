package io.ergo.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.ergo.Node;
import io.ergo.spring.ErgoActor;
import io.ergo.spring.ErgoExit;
import io.ergo.spring.ErgoTemplate;
import io.ergo.spring.OnMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationShutdownHandlers;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The exit code after a stop that hit its time-out: only where it was asked for, and through an interface. */
class ExitOnTimeoutTest {

    private static final List<Integer> CODES = new CopyOnWriteArrayList<>();

    @BeforeEach
    void forget() {
        CODES.clear();
    }

    static class RecordingExit implements ErgoExit {

        @Override
        public void exit(int code) {
            CODES.add(code);
        }
    }

    record Work(CountDownLatch busy) {}

    @ErgoActor
    static class Hanging {

        @OnMessage
        void take(Work work) throws InterruptedException {
            work.busy().countDown();
            new CountDownLatch(1).await();
        }
    }

    private static ApplicationContextRunner optedIn() {
        return Contexts.with(Hanging.class, RecordingExit.class).withPropertyValues("ergo.node.exit-on-timeout=true",
                "ergo.node.shutdown-timeout=100ms");
    }

    private static void hang(AssertableApplicationContext context) {
        ErgoTemplate template = context.getBean(ErgoTemplate.class);
        Work work = new Work(new CountDownLatch(1));
        template.send(template.spawn(Hanging.class), work).orThrow();
        await().until(() -> work.busy().getCount() == 0);
    }

    @Test
    void close_processDoesNotEnd_exitsWithOne() {
        Contexts.run(optedIn(), ExitOnTimeoutTest::hang);

        assertThat(CODES).containsExactly(1);
    }

    @Test
    void close_allEndInTime_doesNotExit() {
        Contexts.run(optedIn(), context -> assertThat(context).hasSingleBean(ExitCodeGenerator.class));

        assertThat(CODES).isEmpty();
    }

    @Test
    void close_notOptedIn_hasNothingThatExits() {
        Contexts.run(Contexts.with(Hanging.class).withPropertyValues("ergo.node.shutdown-timeout=100ms"), context -> {
            assertThat(context).doesNotHaveBean(ErgoExit.class).doesNotHaveBean(ExitCodeGenerator.class);
            hang(context);
        });
    }

    @Test
    void stop_askedByAnotherThread_exitsWithOneToo() {
        Contexts.run(optedIn(), context -> {
            hang(context);

            assertThat(context.getBean(Node.class).stop()).isFalse();

            assertThat(CODES).containsExactly(1);
        });
    }

    @Test
    void springApplicationExit_processDoesNotEnd_isOne() {
        Contexts.run(optedIn(), context -> {
            hang(context);

            assertThat(SpringApplication.exit(source(context))).isEqualTo(1);
        });
    }

    @Test
    void springApplicationExit_allEndInTime_isZero() {
        Contexts.run(optedIn(), context -> {
            assertThat(SpringApplication.exit(source(context))).isZero();

            assertThat(source(context).isActive()).isFalse();
        });
    }

    @Test
    void exit_withoutABeanOfTheUsers_isThatOfTheJvm() {
        Contexts.run(Contexts.with(Hanging.class).withPropertyValues("ergo.node.exit-on-timeout=true"),
                context -> assertThat(context.getBean(ErgoExit.class)).isInstanceOf(JvmExit.class));
    }

    private static ConfigurableApplicationContext source(AssertableApplicationContext context) {
        return context.getSourceApplicationContext(ConfigurableApplicationContext.class);
    }

    /** Spring Boot's list of what runs when all contexts are closed. */
    private static final class Handlers implements SpringApplicationShutdownHandlers {

        private final List<Runnable> actions = new ArrayList<>();

        @Override
        public void add(Runnable action) {
            actions.add(action);
        }

        @Override
        public void remove(Runnable action) {
            actions.remove(action);
        }
    }

    @Test
    void jvmExit_ordered_exitsOnAnotherThreadAndHaltsWhenTheContextsAreClosed() throws Exception {
        Handlers handlers = new Handlers();
        List<String> done = new CopyOnWriteArrayList<>();
        CountDownLatch exited = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        JvmExit exit = new JvmExit(new ContextThreads("exit"), handlers, code -> {
            done.add("exit " + code + " " + (Thread.currentThread() == caller));
            exited.countDown();
        }, code -> done.add("halt " + code));

        exit.exit(1);
        assertThat(exited.await(10, TimeUnit.SECONDS)).isTrue();
        exit.destroy();
        handlers.actions.forEach(Runnable::run);

        assertThat(done).containsExactly("exit 1 false", "halt 1");
    }

    @Test
    void jvmExit_neverOrdered_haltsNothingAndLeavesNothing() {
        Handlers handlers = new Handlers();
        List<Integer> halted = new ArrayList<>();
        JvmExit exit = new JvmExit(new ContextThreads("exit"), handlers, halted::add, halted::add);

        handlers.actions.forEach(Runnable::run);
        exit.destroy();

        assertThat(halted).isEmpty();
        assertThat(handlers.actions).isEmpty();
    }
}
