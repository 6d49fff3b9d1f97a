package io.ergo.conformance;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.ergo.ApplicationSpec;
import io.ergo.Delivery.Outcome;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Reason;
import io.ergo.SpawnOptions;

import static io.ergo.conformance.Expect.outcome;
import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** A stopped node: everything is refused, nothing hangs. */
class StoppedNodeTest {

    @BothDispatchers
    void sends_areNotDelivered(World world) {
        Probe probe = world.spawn(SpawnOptions.named("probe"));
        Node node = stopped(world);

        outcome(Outcome.NODE_STOPPED, node.send(probe.pid(), "x"));
        outcome(Outcome.NODE_STOPPED, node.send("probe", "x"));
        outcome(Outcome.NODE_STOPPED, node.sendExit(probe.pid(), Reason.SHUTDOWN));
    }

    @BothDispatchers
    void calls_areRefused(World world) {
        Probe probe = world.spawn(SpawnOptions.named("probe"));
        Node node = stopped(world);

        refused(Reason.NODE_TERMINATED, () -> node.call(probe.pid(), Ask.echo("x")));
        refused(Reason.NODE_TERMINATED, () -> node.call("probe", Ask.echo("x")));
        refused(Reason.NODE_TERMINATED, () -> node.call(probe.pid(), "x", String.class));
        refused(Reason.NODE_TERMINATED, () -> requested(world, node, probe));
    }

    private static void requested(World world, Node node, Probe probe) throws Throwable {
        CompletableFuture<String> future = node.request(probe.pid(), Ask.echo("x"), Duration.ofSeconds(1));
        world.await("the request completes", future::isDone);
        throw future.exceptionNow();
    }

    @BothDispatchers
    void operations_areRefused(World world) {
        Probe probe = world.spawn(SpawnOptions.named("probe"));
        Node node = stopped(world);

        refused(Reason.NODE_TERMINATED, () -> node.spawn(world.probe().factory()));
        refused(Reason.NODE_TERMINATED, () -> node.kill(probe.pid()));
        refused(Reason.NODE_TERMINATED, () -> node.registerName("name", probe.pid()));
        refused(Reason.NODE_TERMINATED, () -> node.unregisterName("probe"));
        refused(Reason.NODE_TERMINATED, node::info);
        refused(Reason.NODE_TERMINATED, () -> node.awaitStop(Duration.ofSeconds(1)));
        ApplicationSpec spec = ApplicationSpec.of("app", ApplicationSpec.member("member", world.probe().factory()));
        refused(Reason.NODE_TERMINATED, () -> node.loadApplication(spec));
        refused(Reason.NODE_TERMINATED, () -> node.startApplication("app"));
    }

    @BothDispatchers
    void whatAlwaysWorks_works(World world) {
        Node running = world.node();
        long creation = running.creation();
        running.setEnv("A", 1);
        world.spawn();
        Node node = stopped(world);

        assertThat(node.name()).isEqualTo("demo@localhost");
        assertThat(node.pid().id()).isEqualTo(1);
        assertThat(node.creation()).isEqualTo(creation);
        assertThat(node.isAlive()).isFalse();
        assertThat(node.uptime()).isZero();
        assertThat(node.env("a")).contains(1);
        node.setEnv("b", 2);
        assertThat(node.env()).containsEntry("B", 2);
        assertThat(node.statistics().spawned()).isEqualTo(1);
        assertThat(node.audit().isClean()).isTrue();
        assertThat(node.stop()).isTrue();
        node.stopForce();
    }

    @BothDispatchers
    void handleOfAnEndedProcess_isRefused(World world) {
        Probe probe = world.spawn();
        probe.end();

        refused(Reason.NOT_ALLOWED, () -> probe.context().send(probe.pid(), "x"));
        refused(Reason.NOT_ALLOWED, () -> probe.context().call(probe.pid(), Ask.echo("x")));
        refused(Reason.NOT_ALLOWED, () -> probe.context().spawn(probe.factory()));
        assertThat(probe.context().pid()).isEqualTo(probe.pid());
        assertThat(probe.context().state().isAlive()).isFalse();
        assertThat(probe.context().name()).isEmpty();
        assertThat(probe.context().aliases()).isEmpty();
        assertThat(probe.context().links()).isEmpty();
        assertThat(probe.context().monitors()).isEmpty();
    }

    @BothDispatchers
    void secondIncarnation_ofTheSameName_hasAnotherCreation(World world) {
        Probe old = world.spawn();
        Node first = stopped(world);

        Node second = world.start("demo@localhost", builder -> builder);

        assertThat(second.creation()).isGreaterThan(first.creation());
        outcome(Outcome.INCARNATION, second.send(old.pid(), "x"));
        ErgoException refusal = refused(Reason.PROCESS_INCARNATION, () -> second.call(old.pid(), Ask.echo("x")));
        assertThat(refusal).hasMessageContaining(old.pid().toString());
    }

    private static Node stopped(World world) {
        Node node = world.node();
        node.stop();
        return node;
    }
}
