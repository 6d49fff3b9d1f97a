package io.ergo.conformance;

import java.time.Duration;
import java.util.List;

import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Reason;
import io.ergo.SpawnOptions;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Stopping a node: in order, from anywhere, and with processes that do not want to end. */
class StopTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofMinutes(10);

    @BothDispatchers
    void stop_withProcesses_allEndWithShutdown(World world) {
        Node node = world.node();
        Probe parent = world.spawn();
        Probe child = world.probe().spawnedBy(parent, SpawnOptions.defaults());
        Probe trapping = world.spawn().trap(true);

        assertThat(node.stop()).isTrue();

        Expect.wrapped(node.pid(), Reason.SHUTDOWN, parent.awaitEnd());
        Expect.wrapped(parent.pid(), Reason.SHUTDOWN, child.awaitEnd());
        Expect.wrapped(node.pid(), Reason.SHUTDOWN, trapping.awaitEnd());
        assertThat(node.audit().processes()).isEmpty();
    }

    @BothDispatchers
    void X14_stop_insideAHandler_returnsAtOnceAndHappensElsewhere(World world) {
        Node node = world.node();
        Probe other = world.spawn();
        Probe probe = world.spawn();

        assertThat(probe.<Boolean>in(self -> self.node().stop())).isFalse();

        world.await("the node stops", () -> isStopped(node));
        assertThat(probe.awaitEnd().outside()).isEqualTo(Reason.SHUTDOWN);
        assertThat(other.awaitEnd().outside()).isEqualTo(Reason.SHUTDOWN);
    }

    @BothDispatchers
    void X14_stop_insideInit_nodeStops(World world) {
        Node node = world.node();
        Probe parent = world.spawn();
        Probe child = world.probe().inInit(self -> self.node().stop());

        parent.start(self -> self.spawn(child.factory()));

        world.await("the node stops", () -> isStopped(node));
        assertThat(node.audit().processes()).isEmpty();
    }

    @BothDispatchers
    void X14_stop_insideTerminate_nodeStops(World world) {
        Node node = world.node();
        Probe probe = world.probe().onTerminate((self, _) -> self.node().stop()).spawn();

        node.send(probe.pid(), new IllegalStateException("on purpose")).orThrow();

        world.await("the node stops", () -> isStopped(node));
    }

    @BothDispatchers
    void stopForce_insideAHandler_nodeStops(World world) {
        Node node = world.node();
        Probe probe = world.spawn();

        probe.start(self -> {
            self.node().stopForce();
            return self;
        });

        world.await("the node stops", () -> isStopped(node));
        assertThat(probe.awaitEnd()).isEqualTo(Reason.KILL);
    }

    @BothDispatchers
    void stop_twice_isNoError(World world) {
        Node node = world.node();
        world.spawn();

        assertThat(node.stop()).isTrue();
        assertThat(node.stop()).isTrue();
    }

    @BothDispatchers
    void stop_byTwoProcesses_happensOnce(World world) {
        Node node = world.node();
        Probe first = world.spawn();
        Probe second = world.spawn();
        Gate gate = world.gate();
        for (Probe probe : List.of(first, second)) {
            probe.start(self -> {
                gate.pass();
                return self.node().stop();
            });
        }

        gate.open();

        world.await("the node stops", () -> isStopped(node));
        first.awaitEnd();
        second.awaitEnd();
        assertThat(first.ends()).hasSize(1);
    }

    @BothDispatchers
    void X14_stop_processStuck_isKilledAfterTheTimeoutAndReported(World world) {
        Node node = world.start("demo@localhost", builder -> builder.shutdownTimeout(Duration.ofSeconds(1)));
        Probe stuck = world.spawn();
        Gate gate = stuck.block();
        Probe other = world.spawn();

        assertThat(node.stop()).isFalse();

        assertThat(node.isAlive()).isFalse();
        assertThat(other.awaitEnd().outside()).isEqualTo(Reason.SHUTDOWN);
        gate.open();
        assertThat(stuck.awaitEnd()).isEqualTo(Reason.KILL);
        world.await("all is released", () -> node.audit().isClean());
    }

    @BothDispatchers
    void stop_processBusyForAWhile_isAwaited(World world) {
        Node node = world.start("demo@localhost", builder -> builder.shutdownTimeout(LONG));
        Probe busy = world.spawn();
        Probe silent = world.spawn();
        busy.start(self -> refused(Reason.TIMEOUT, () -> self.call(silent.pid(), Ask.open(), SHORT)));
        world.await("it waits", () -> silent.requests().size() == 1);

        assertThat(node.stop()).isTrue();

        assertThat(busy.awaitEnd().outside()).isEqualTo(Reason.SHUTDOWN);
    }

    @BothDispatchers
    void stopForce_running_killsAll(World world) {
        Node node = world.node();
        Probe sleeping = world.spawn();
        Probe trapping = world.spawn().trap(true);

        node.stopForce();

        assertThat(sleeping.awaitEnd()).isEqualTo(Reason.KILL);
        assertThat(trapping.awaitEnd()).isEqualTo(Reason.KILL);
        assertThat(node.isAlive()).isFalse();
    }

    @BothDispatchers
    void stop_processThatSpawnsWhileEnding_leavesNothing(World world) {
        Node node = world.node();
        for (int i = 0; i < 10; i++) {
            Probe spawner = world.spawn();
            spawner.start(self -> {
                for (int k = 0; k < 50; k++) {
                    try {
                        self.spawn(world.probe().factory());
                    } catch (ErgoException e) {
                        assertThat(e.reason()).isIn(Reason.NODE_TERMINATED, Reason.NOT_ALLOWED);
                        return k;
                    }
                }
                return -1;
            });
        }

        assertThat(node.stop()).isTrue();

        assertThat(node.audit().processes()).isEmpty();
        assertThat(node.statistics().spawned()).isGreaterThanOrEqualTo(10);
    }

    @BothDispatchers
    void awaitStop_stoppedInTime_returns(World world) {
        Node node = world.node();
        Probe stopper = world.probe().onMessage((self, _) -> self.node().stop()).spawn();
        stopper.in(self -> self.sendAfter(self.pid(), "stop", Duration.ofMillis(500)));

        node.awaitStop(LONG);

        assertThat(node.isAlive()).isFalse();
    }

    @BothDispatchers
    void twoNodes_inOneWorld_areIndependent(World world) {
        Node first = world.start("one@localhost", builder -> builder);
        Node second = world.start("two@localhost", builder -> builder);
        Probe onFirst = world.spawn(SpawnOptions.named("same"));
        second.spawn(world.probe().factory(), SpawnOptions.named("same"));

        first.stop();

        assertThat(onFirst.isEnded()).isTrue();
        assertThat(second.isAlive()).isTrue();
        assertThat(second.call("same", Ask.echo("lives"))).isEqualTo("lives");
    }

    static boolean isStopped(Node node) {
        try {
            node.awaitStop(Duration.ZERO);
            return true;
        } catch (ErgoException e) {
            return e.reason() == Reason.NODE_TERMINATED;
        }
    }
}
