package io.ergo.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import ch.qos.logback.classic.Level;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.ProcessState;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.actor.Actor;
import io.ergo.engine.NodeBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Handlers over the threshold: counted, and logged once by name with their stack. */
class SlowHandlerTest {

    /** Longer than the JVM takes to load and link what a handler uses first. */
    private static final Duration THRESHOLD = Duration.ofMillis(250);
    private static final Duration LONG = Duration.ofSeconds(1);
    /** So many are logged within a second. */
    private static final int MOST = 10;

    /** Does not give way to anybody until it is told. */
    static final class Spinner extends Actor {

        private final AtomicBoolean enough;
        private final CountDownLatch spinning;

        Spinner(AtomicBoolean enough, CountDownLatch spinning) {
            this.enough = enough;
            this.spinning = spinning;
        }

        @Override
        protected void handleMessage(Pid from, Object message) {
            spinning.countDown();
            while (!enough.get()) {
                Thread.onSpinWait();
            }
        }
    }

    private static Node watched(World world, String name) {
        return world.start(name, builder -> builder.slowHandler(THRESHOLD));
    }

    private static List<String> reports(Logged log) {
        return log.messages(Level.WARN, "a handler runs long");
    }

    /** In a simulation time stands still while a handler runs. */
    @BothDispatchers
    void handler_overTheThreshold_isCountedAndLoggedOnce(World world) {
        try (Logged log = Logged.byNodes()) {
            Node node = watched(world, "slow@localhost");
            Probe probe = world.spawn(SpawnOptions.named("sluggish"));
            Gate gate = probe.block();

            world.advance(LONG);
            gate.open();
            world.settle();

            if (world.isThreaded()) {
                world.await("it is logged", () -> !reports(log).isEmpty());
                assertThat(reports(log)).singleElement().asString()
                        .contains(probe.pid() + " 'sluggish' " + Recorder.class.getName(), "running",
                                "executes message " + Pending.class.getName(), "on thread slow@localhost-worker",
                                "at io.ergo.conformance.Recorder.handleMessage");
            } else {
                assertThat(reports(log)).isEmpty();
            }
            assertThat(node.statistics().slowHandlers()).isEqualTo(world.isThreaded() ? 1 : 0);
        }
    }

    @BothDispatchers
    void handler_waitingInACall_isNotSlow(World world) {
        try (Logged log = Logged.byNodes()) {
            Node node = watched(world, "calling@localhost");
            Probe silent = world.spawn();
            Probe caller = world.spawn();

            caller.in(self -> refused(Reason.TIMEOUT, () -> self.call(silent.pid(), Ask.open(), LONG)));

            assertThat(reports(log)).isEmpty();
            assertThat(node.statistics().slowHandlers()).isZero();
        }
    }

    @BothDispatchers
    void handler_detectionTurnedOff_isNotSlow(World world) {
        Node node = world.start("off@localhost", builder -> builder.slowHandler(Duration.ZERO));
        Gate gate = world.spawn().block();

        world.advance(LONG);
        gate.open();
        world.settle();

        assertThat(node.statistics().slowHandlers()).isZero();
    }

    /** With all carriers held by spinners no virtual thread runs, and workers are threads of the kernel's. */
    @Test
    void handler_spinningOnAllCarriers_isLoggedAllTheSame() {
        int spinners = Runtime.getRuntime().availableProcessors();
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch spinning = new CountDownLatch(spinners);
        try (Logged log = Logged.byNodes()) {
            Node node = NodeBuilder.named("spinning@localhost").slowHandler(THRESHOLD).start();
            try {
                List<Pid> pids = new ArrayList<>();
                for (int i = 0; i < spinners; i++) {
                    pids.add(node.spawn(() -> new Spinner(enough, spinning)));
                }
                pids.forEach(pid -> node.send(pid, "spin").orThrow());
                Awaitility.await("all are counted").until(() -> node.statistics().slowHandlers() == spinners);
                Awaitility.await("as many as may be are logged")
                        .until(() -> reports(log).size() >= Math.min(MOST, spinners));
                Duration counted = node.uptime();
                Awaitility.await("the second is over").until(() -> node.uptime().minus(counted).compareTo(LONG) > 0);

                Pid onKernelThread = node.spawn(() -> new Spinner(enough, new CountDownLatch(1)));
                node.send(onKernelThread, "spin").orThrow();
                Awaitility.await("the one on a thread of the kernel's is logged")
                        .until(() -> reports(log).stream().anyMatch(text -> text.contains(onKernelThread + " ")));
                assertThat(reports(log)).hasSizeBetween(Math.min(MOST, spinners) + 1, spinners + 1);
                assertThat(pids).allSatisfy(pid -> assertThat(reports(log))
                        .filteredOn(text -> text.contains(pid + " ")).hasSizeLessThanOrEqualTo(1));
                assertThat(node.processState(onKernelThread)).contains(ProcessState.RUNNING);
            } finally {
                enough.set(true);
                node.stop();
            }
        }
    }

    /** A thousand stacks in a second help nobody. */
    @Test
    void handlers_manyAtOnce_areCountedAndSomeOfThemLogged() {
        CountDownLatch release = new CountDownLatch(1);
        int many = 60;
        try (Logged log = Logged.byNodes()) {
            Node node = NodeBuilder.named("many@localhost").slowHandler(THRESHOLD).start();
            try {
                for (int i = 0; i < many; i++) {
                    node.send(node.spawn(() -> new Blocker(release)), "block").orThrow();
                }
                Awaitility.await("all are counted").until(() -> node.statistics().slowHandlers() == many);
                Awaitility.await("some are logged").until(() -> reports(log).size() >= MOST);
                assertThat(reports(log)).hasSizeLessThan(many);
            } finally {
                release.countDown();
                node.stop();
            }
        }
    }

    /** Blocks in a way that the node does not know. */
    static final class Blocker extends Actor {

        private final CountDownLatch release;

        Blocker(CountDownLatch release) {
            this.release = release;
        }

        @Override
        protected void handleMessage(Pid from, Object message) throws InterruptedException {
            release.await();
        }
    }
}
