package io.ergo.conformance;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Level;
import io.ergo.ApplicationSpec;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Reason;
import io.ergo.SpawnOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a stop says of processes that do not end, and what it leads to. */
class StopReportTest {

    private static final Duration AT_ONCE = Duration.ofMillis(100);

    private final AtomicInteger timeouts = new AtomicInteger();

    private Node hasty(World world, String name) {
        return world.start(name,
                builder -> builder.shutdownTimeout(AT_ONCE).afterStopTimeout(timeouts::incrementAndGet));
    }

    /** Opens the gates when the stop has given up, so that it need not wait for them after the kill as well. */
    private static Logged openingAtTheKill(Gate... gates) {
        return Logged.byNodes().when("what still runs is killed", () -> List.of(gates).forEach(Gate::open));
    }

    @BothDispatchers
    void D58_stop_processStuck_isReportedEveryFiveSecondsThenKilledThenLeftBehind(World world) {
        Duration timeout = Duration.ofSeconds(world.isThreaded() ? 6 : 12);
        try (Logged log = Logged.byNodes()) {
            Node node = world.start("report@localhost", builder -> builder.shutdownTimeout(timeout));
            Probe stuck = world.spawn(SpawnOptions.named("stuck"));
            Gate gate = stuck.block();
            node.send(stuck.pid(), "waits").orThrow();

            assertThat(node.stop()).isFalse();

            List<String> waiting = log.messages(Level.WARN, "node report@localhost: the stop has waited");
            assertThat(waiting).hasSize(world.isThreaded() ? 1 : 2);
            assertThat(waiting.getFirst()).contains("PT5S of " + timeout + " for 1 process",
                    stuck.pid() + " 'stuck' " + Recorder.class.getName() + ", running",
                    "waiting: urgent 1, system 0, main 1, log 0",
                    "executes message " + Pending.class.getName() + " for PT",
                    "at io.ergo.conformance.Recorder.handleMessage");
            if (!world.isThreaded()) {
                assertThat(waiting.getFirst()).contains(" for PT5S on thread");
                assertThat(waiting.getLast()).contains(" for PT10S on thread");
            }
            assertThat(log.messages(Level.ERROR, "has waited " + timeout + "; what still runs is killed")).hasSize(1);
            assertThat(log.messages(Level.ERROR, "left behind")).singleElement().asString().contains("zombee");
            gate.open();
            assertThat(stuck.awaitEnd()).isEqualTo(Reason.KILL);
        }
    }

    @BothDispatchers
    void stop_manyStuck_tenAreShownAndTheOthersCounted(World world) {
        Node node = hasty(world, "crowd@localhost");
        Gate[] gates = new Gate[12];
        Arrays.setAll(gates, _ -> world.spawn().block());
        try (Logged log = openingAtTheKill(gates)) {
            assertThat(node.stop()).isFalse();

            String report = log.messages(Level.ERROR, "what still runs is killed: 12 processes").getFirst();
            assertThat(report).contains("… 2 more");
            assertThat(report.lines().filter(line -> line.startsWith("  <"))).hasSize(10);
        }
    }

    @BothDispatchers
    void stop_terminateCallbackHangs_isReportedWithItsStack(World world) {
        Node node = hasty(world, "late@localhost");
        Gate gate = world.gate();
        world.probe().onTerminate((_, _) -> gate.pass()).spawn();
        try (Logged log = openingAtTheKill(gate)) {
            assertThat(node.stop()).isFalse();

            assertThat(log.messages(Level.ERROR, "what still runs is killed: 1 process")).singleElement().asString()
                    .contains("executes terminate for", "at io.ergo.conformance.Recorder.terminate");
        }
    }

    @BothDispatchers
    void afterStopTimeout_timeoutHit_runsOnceWhenTheNodeIsStopped(World world) {
        Node node = hasty(world, "once@localhost");
        Gate gate = world.spawn().block();

        try (Logged _ = openingAtTheKill(gate)) {
            assertThat(node.stop()).isFalse();
            assertThat(node.stop()).isFalse();
        }

        assertThat(timeouts).hasValue(1);
    }

    @BothDispatchers
    void afterStopTimeout_timeoutHitByAStopFromInside_runsToo(World world) {
        Node node = hasty(world, "inside@localhost");
        Gate gate = world.spawn().block();
        Probe stopper = world.spawn();

        try (Logged _ = openingAtTheKill(gate)) {
            stopper.in(self -> self.node().stop());
            world.await("it is told", () -> timeouts.get() == 1);
        }

        assertThat(node.isAlive()).isFalse();
    }

    @BothDispatchers
    void afterStopTimeout_orderlyOrForcedStop_doesNotRun(World world) {
        Node orderly = world.start("orderly@localhost", builder -> builder.afterStopTimeout(timeouts::incrementAndGet));
        world.spawn();
        Node forced = hasty(world, "forced@localhost");
        forced.spawn(world.probe().factory());

        assertThat(orderly.stop()).isTrue();
        forced.stopForce();

        assertThat(timeouts).hasValue(0);
    }

    @BothDispatchers
    void afterStopTimeout_throws_isLoggedAndTheNodeIsStopped(World world) {
        Node node = world.start("thrower@localhost",
                builder -> builder.shutdownTimeout(AT_ONCE).afterStopTimeout(() -> {
                    throw new IllegalStateException("on purpose");
                }));
        Gate gate = world.spawn().block();
        try (Logged log = openingAtTheKill(gate)) {
            assertThat(node.stop()).isFalse();

            assertThat(log.messages(Level.ERROR, "what was to run after a stop that timed out threw")).hasSize(1);
            assertThat(node.uptime()).isZero();
        }
    }

    @BothDispatchers
    void stopForce_whileAnOrderedStopWaits_endsItAndTheStopWasNotOrderly(World world) {
        Node node = world.start("impatient@localhost",
                builder -> builder.shutdownTimeout(Duration.ofMinutes(10)).afterStopTimeout(timeouts::incrementAndGet));
        Gate gate = world.gate();
        Probe stuck = world.probe().onMessage((self, _) -> {
            gate.pass();
            self.node().stopForce();
        }).spawn();
        node.send(stuck.pid(), "stands still").orThrow();
        world.await("the handler stands still", gate::isReached);
        Probe stopper = world.spawn();
        stopper.in(self -> self.node().stop());
        world.await("the stop waits for the stuck one", () -> stopper.isEnded() && !node.isAlive());

        gate.open();

        assertThat(node.stop()).isFalse();
        assertThat(stuck.awaitEnd()).isEqualTo(Reason.KILL);
        assertThat(node.uptime()).isZero();
        assertThat(timeouts).hasValue(0);
    }

    @BothDispatchers
    void stop_duringStart_startFailsAndNothingIsLeft(World world) {
        Probe member = world.probe().inInit(self -> self.node().stop());
        Probe next = world.probe();
        ApplicationSpec first = ApplicationSpec.of("first", ApplicationSpec.member("member", member.factory()));
        ApplicationSpec second = ApplicationSpec.of("second", ApplicationSpec.member("next", next.factory()));

        ErgoException failure = catchThrowableOfType(ErgoException.class,
                () -> world.start("early@localhost", builder -> builder.application(first).application(second)));

        assertThat(failure).isNotNull();
        assertThat(failure.reason()).isIn(Reason.NODE_TERMINATED, Reason.APPLICATION_STOPPING,
                Reason.SHUTDOWN, Reason.KILL);
        assertThat(next.isStarted()).isFalse();
        Node node = member.context().node();
        world.await("all is released", () -> node.audit().isClean());
        assertThat(node.isAlive()).isFalse();
    }

    /** Its init runs on the thread that spawns it, which is none of the dispatcher's. */
    @BothDispatchers
    void D58_stop_insideAnInitOnAForeignThread_happensElsewhere(World world) {
        Node node = world.node();
        Probe probe = world.probe().inInit(self -> self.node().stop());

        probe.spawn();

        world.await("the node stops", () -> node.uptime().isZero());
        assertThat(probe.awaitEnd().outside()).isEqualTo(Reason.SHUTDOWN);
    }

    @BothDispatchers
    void stop_insideAnInitAside_happensElsewhere(World world) {
        Node node = world.node();
        Probe probe = world.probe().inInit(self -> self.node().stop());

        probe.spawn(SpawnOptions.defaults().withInitTimeout(Duration.ofSeconds(10)));

        world.await("the node stops", () -> node.uptime().isZero());
    }
}
