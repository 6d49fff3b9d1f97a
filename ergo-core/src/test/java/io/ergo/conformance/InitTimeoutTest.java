package io.ergo.conformance;

import java.time.Duration;

import io.ergo.Delivery.Outcome;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.ProcessState;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.Stop;

import static io.ergo.conformance.Expect.outcome;
import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Spawns with a time-out for init. */
class InitTimeoutTest {

    private static final Duration SHORT = Duration.ofMillis(500);

    @BothDispatchers
    void init_hangs_spawnTimesOutAndProcessIsCleanedWhenItReturns(World world) {
        Node node = world.node();
        Gate gate = world.gate();
        Probe probe = world.probe().inInit(self -> {
            self.createAlias();
            gate.pass();
            return self;
        });

        refused(Reason.TIMEOUT, () -> probe.spawn(SpawnOptions.named("stuck").withInitTimeout(SHORT)));

        assertThat(node.processState(probe.pid())).contains(ProcessState.ZOMBEE);
        assertThat(node.info().processesZombee()).isEqualTo(1);
        outcome(Outcome.TERMINATED, node.send(probe.pid(), "x"));
        assertThat(probe.isEnded()).isFalse();
        gate.open();
        assertThat(probe.awaitEnd()).isEqualTo(Reason.KILL);
        world.await("the process is gone", () -> node.processes().isEmpty());
        assertThat(node.audit().isClean()).as("%s", node.audit()).isTrue();
    }

    @BothDispatchers
    void init_hangsInAChild_spawnerGoesOn(World world) {
        Gate gate = world.gate();
        Probe parent = world.spawn();
        Probe child = world.probe().inInit(_ -> {
            gate.pass();
            return gate;
        });

        parent.in(self -> refused(Reason.TIMEOUT,
                () -> self.spawn(child.factory(),
                        SpawnOptions.defaults().withInitTimeout(SHORT).withLinks(true, true))));

        assertThat(world.node().call(parent.pid(), Ask.echo("goes on"))).isEqualTo("goes on");
        gate.open();
        assertThat(child.awaitEnd()).isEqualTo(Reason.KILL);
    }

    @BothDispatchers
    void init_quickWithTimeout_works(World world) {
        Probe probe = world.probe().inInit(self -> self.send(self.pid(), "from init").orThrow());

        probe.spawn(SpawnOptions.named("quick").withInitTimeout(Duration.ofMinutes(1)));

        assertThat(probe.awaitMessages(1)).containsExactly("from init");
    }

    @BothDispatchers
    void init_failingWithTimeout_spawnFailsWithItsReason(World world) {
        Probe probe = world.probe().inInit(_ -> {
            throw new Stop(Expect.CUSTOM);
        });

        refused(Expect.CUSTOM, () -> probe.spawn(SpawnOptions.named("quick").withInitTimeout(Duration.ofMinutes(1))));

        assertThat(world.node().audit().isClean()).as("%s", world.node().audit()).isTrue();
    }

    @BothDispatchers
    void spawner_killedWhileItWaits_endsAtOnceAndTheChildIsKilled(World world) {
        Gate gate = world.gate();
        Probe parent = world.spawn();
        Probe child = hanging(world, gate);
        Pending<ErgoException> spawn = parent.start(
                self -> refused(Reason.PROCESS_TERMINATED, () -> self.spawn(child.factory(), waitingLong())));

        killWhileItWaits(world, parent, spawn, gate);

        gate.open();
        assertThat(child.awaitEnd()).isEqualTo(Reason.KILL);
    }

    @BothDispatchers
    void spawnerThroughTheNode_killedWhileItWaits_endsAtOnceAndTheChildIsKilled(World world) {
        Gate gate = world.gate();
        Probe parent = world.spawn();
        Probe child = hanging(world, gate);
        Pending<ErgoException> spawn = parent.start(
                self -> refused(Reason.PROCESS_TERMINATED, () -> self.node().spawn(child.factory(), waitingLong())));

        killWhileItWaits(world, parent, spawn, gate);

        gate.open();
        assertThat(child.awaitEnd()).isEqualTo(Reason.KILL);
    }

    private static SpawnOptions waitingLong() {
        return SpawnOptions.defaults().withInitTimeout(Duration.ofHours(1));
    }

    private static Probe hanging(World world, Gate gate) {
        return world.probe().inInit(self -> {
            gate.pass();
            return self;
        });
    }

    private static void killWhileItWaits(World world, Probe parent, Pending<ErgoException> spawn, Gate gate) {
        world.await("init stands still", gate::isReached);
        world.await("the spawner waits",
                () -> world.node().processState(parent.pid()).orElseThrow() == ProcessState.WAIT_RESPONSE);

        world.node().kill(parent.pid());

        spawn.get();
        assertThat(parent.awaitEnd()).isEqualTo(Reason.KILL);
    }
}
