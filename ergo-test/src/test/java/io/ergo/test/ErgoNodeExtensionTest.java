package io.ergo.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

import io.ergo.Args;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.actor.Actor;
import io.ergo.spi.BehaviorContext;
import io.ergo.spi.Entry;
import io.ergo.spi.ProcessBehavior;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

/** Runs test classes inside a test, to see them fail. */
class ErgoNodeExtensionTest {

    private static final Semaphore GATE = new Semaphore(0);
    private static final List<String> SEEN = new CopyOnWriteArrayList<>();

    @ErgoTest
    static class Clean {

        private Node first;

        @BeforeEach
        void take(Node node) {
            first = node;
        }

        @Test
        void parameters_areOfOneNode(Node node, TestNode ergo, TestProbe one, TestProbe other) {
            assertThat(node).isSameAs(first).isSameAs(ergo.node());
            assertThat(node.name()).isEqualTo("test@localhost");
            assertThat(one.pid()).isNotEqualTo(other.pid());
            node.send(one.pid(), "never taken");
        }

        @Test
        @ErgoTest(mode = NodeMode.THREADED, node = "other@localhost")
        void onMethod_takesThePlaceOfTheOneOnTheClass(TestNode ergo) {
            assertThat(ergo.replay()).isEmpty();
            assertThat(ergo.node().name()).isEqualTo("other@localhost");
        }
    }

    @Test
    void tests_withoutLeaks_pass() {
        run(Clean.class).assertStatistics(stats -> stats.started(2).succeeded(2));
    }

    /** Takes no notice of exit signals. */
    static final class Stubborn implements ProcessBehavior {

        @Override
        public void start(BehaviorContext context, Args args) {}

        @Override
        public void handle(Entry entry) {}

        @Override
        public void end(Reason why) {}
    }

    @ErgoTest(seed = 11)
    static class LeavesAProcess {

        @Test
        void test(Node node) {
            node.spawn(Stubborn::new);
        }
    }

    @Test
    void test_processMustBeKilled_fails() {
        assertThat(failure(LeavesAProcess.class)).isInstanceOf(AssertionError.class).hasMessage(
                "node test@localhost left something behind: processes did not end when asked to and were killed, the log names them"
                        + " (simulated with seed 11; run it again with @ErgoTest(seed = 11) or -Dergo.test.seed=11)");
    }

    /** Stays in its callback whatever happens. */
    static final class Stuck extends Actor {

        @Override
        protected void handleMessage(Pid from, Object message) {
            SEEN.add("stuck");
            GATE.acquireUninterruptibly();
        }
    }

    static class LeavesAThread {

        @RegisterExtension
        static final ErgoNodeExtension ERGO = ErgoNodeExtension.threaded()
                .with(builder -> builder.shutdownTimeout(Duration.ofMillis(50)));

        @Test
        void test(TestNode ergo) {
            ergo.node().send(ergo.node().spawn(Stuck::new), "go");
            ergo.await("it is stuck", () -> SEEN.contains("stuck"));
        }
    }

    @Test
    void test_callbackDoesNotReturn_failsNamingTheProcess() {
        try {
            assertThat(failure(LeavesAThread.class)).isInstanceOf(AssertionError.class)
                    .hasMessageContaining("left something behind").hasMessageContaining(Stuck.class.getName())
                    .hasMessageContaining("threads");
        } finally {
            GATE.release();
        }
    }

    @ErgoTest
    static class Fails {

        @Test
        void test(TestNode ergo) {
            SEEN.add(ergo.replay());
            throw new IllegalStateException("wrong");
        }
    }

    @Test
    void test_failsSimulated_tellsTheSeedAndFailsOnlyOnce() {
        SEEN.clear();

        Throwable failure = failure(Fails.class);

        assertThat(failure).hasMessage("wrong");
        assertThat(failure.getSuppressed()).singleElement()
                .satisfies(told -> assertThat(told.getMessage()).startsWith("simulated with seed ")
                        .isEqualTo(SEEN.getFirst()));
    }

    @Test
    void seed_fromTheConfiguration_isTaken() {
        assertThat(failure(runWithSeed("4711")).getSuppressed()[0]).hasMessageContaining("seed = 4711");
    }

    @Test
    void seed_noNumber_failsNamingIt() {
        assertThat(failure(runWithSeed("abc")))
                .hasStackTraceContaining("ergo.test.seed is 'abc' but must be a whole number");
    }

    private static Events runWithSeed(String seed) {
        return EngineTestKit.engine("junit-jupiter").selectors(selectClass(Fails.class))
                .configurationParameter("ergo.test.seed", seed).execute().testEvents();
    }

    @ErgoTest
    static class AsksInTheConstructor {

        AsksInTheConstructor(Node node) {}

        @Test
        void test() {}
    }

    @Test
    void node_forTheConstructor_isRefusedWithTheWayOut() {
        assertThat(failure(AsksInTheConstructor.class)).hasMessageContaining("each test gets its own");
    }

    /** Ten processes tell a probe their number; who is first depends on the seed. */
    static class Race {

        @RegisterExtension
        final ErgoNodeExtension ergo = ErgoNodeExtension.simulated(99);

        @Test
        void test(Node node, TestNode ergo, TestProbe probe) {
            for (int i = 0; i < 10; i++) {
                int number = i;
                node.send(node.spawn(() -> new Actor() {
                    @Override
                    protected void handleMessage(Pid from, Object message) {
                        self().send(probe.pid(), number);
                    }
                }), "go");
            }
            ergo.settle();
            SEEN.add(node.creation() + " " + probe.received());
        }
    }

    @Test
    void simulated_sameSeed_sameRun() {
        SEEN.clear();

        run(Race.class).assertStatistics(stats -> stats.succeeded(1));
        run(Race.class).assertStatistics(stats -> stats.succeeded(1));

        assertThat(new ArrayList<>(SEEN)).hasSize(2).allMatch(SEEN.getFirst()::equals);
    }

    private static Events run(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter").selectors(selectClass(testClass)).execute().testEvents();
    }

    private static Throwable failure(Class<?> testClass) {
        return failure(run(testClass));
    }

    private static Throwable failure(Events events) {
        return events.failed().list().getFirst().getRequiredPayload(TestExecutionResult.class).getThrowable()
                .orElseThrow();
    }
}
