package io.ergo.conformance;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import io.ergo.ErgoException;
import io.ergo.MessageDownPid;
import io.ergo.Node;
import io.ergo.Priority;
import io.ergo.ProcessState;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.Stop;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Spawns that fail: by the factory, by {@code init}, by the name, by time. */
class InitFailureTest {

    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofHours(1);

    @BothDispatchers
    void init_throws_spawnFailsWithPanicAndNothingIsLeft(World world) {
        for (Throwable failure : List.of(new IllegalStateException("on purpose"), new AssertionError("on purpose"),
                new IOException("on purpose"))) {
            Probe probe = world.probe().inInit(_ -> {
                throw Probe.<RuntimeException>sneaky(failure);
            });

            ErgoException refusal = catchThrowableOfType(ErgoException.class,
                    () -> probe.spawn(SpawnOptions.named("name")));

            assertThat(refusal.reason().is(Reason.PANIC)).as("%s", refusal).isTrue();
            assertThat(refusal).hasRootCause(failure);
            assertThat(world.node().processInfo(probe.pid())).isEmpty();
            assertThat(world.node().pidOf("name")).isEmpty();
            assertThat(world.node().audit().isClean()).as("%s", world.node().audit()).isTrue();
        }
    }

    @BothDispatchers
    void init_overflowsItsStack_spawnFailsWithPanicAndIsReported(World world) {
        Probe probe = world.probe().inInit(self -> descend(self, 0));

        ErgoException refusal = catchThrowableOfType(ErgoException.class, probe::spawn);

        assertThat(refusal.reason().is(Reason.PANIC)).as("%s", refusal).isTrue();
        assertThat(world.uncaught()).hasExactlyElementsOfTypes(StackOverflowError.class);
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int descend(Object self, int depth) {
        return descend(self, depth + 1) + self.hashCode() + depth;
    }

    @BothDispatchers
    void init_throwsStop_spawnFailsWithItsReason(World world) {
        Probe parent = world.spawn();
        Probe probe = world.probe().inInit(_ -> {
            throw new Stop(Expect.CUSTOM);
        });

        refused(Expect.CUSTOM, probe::spawn);
        parent.in(self -> refused(Expect.CUSTOM, () -> self.spawn(probe.factory())));

        assertThat(world.node().processes()).containsExactly(parent.pid());
    }

    @BothDispatchers
    void init_failing_releasesWhatItMade(World world) {
        Node node = world.node();
        Probe other = world.spawn();
        Probe probe = world.probe().inInit(self -> {
            self.registerName("name");
            self.createAlias();
            self.link(other.pid());
            self.monitor(other.pid());
            self.sendAfter(other.pid(), "never", LONG);
            throw new Stop(Expect.CUSTOM);
        });

        refused(Expect.CUSTOM, probe::spawn);

        assertThat(node.audit().names()).isEmpty();
        assertThat(node.audit().aliases()).isEmpty();
        assertThat(node.audit().relations()).isEmpty();
        assertThat(node.audit().timers()).isZero();
    }

    @BothDispatchers
    void init_failing_watchersAreTold(World world) {
        Probe watcher = world.spawn();
        Probe parent = world.spawn();
        Gate gate = world.gate();
        Probe child = world.probe().inInit(_ -> {
            gate.pass();
            throw new Stop(Expect.CUSTOM);
        });
        parent.start(self -> self.spawn(child.factory()));
        world.await("init stands still", gate::isReached);
        watcher.in(self -> {
            self.monitor(child.pid());
            return self;
        });

        gate.open();

        assertThat(watcher.awaitMessages(1)).containsExactly(new MessageDownPid(child.pid(), Expect.CUSTOM));
    }

    @BothDispatchers
    void init_running_processIsReachable(World world) {
        Node node = world.node();
        Probe child = world.probe().inInit(self -> node.send("child", "queued during init").orThrow());

        child.spawn(SpawnOptions.named("child"));

        assertThat(child.awaitMessages(1)).containsExactly("queued during init");
    }

    @BothDispatchers
    void init_callsAndSpawns_works(World world) {
        Probe responder = world.spawn();
        Probe grandchild = world.probe();
        Probe child = world.probe().inInit(self -> {
            self.spawn(grandchild.factory());
            return self.send(self.pid(), self.call(responder.pid(), Ask.echo("answer in init"))).orThrow();
        });

        child.spawn();

        assertThat(child.awaitMessages(1)).containsExactly("answer in init");
        assertThat(grandchild.context().parent()).isEqualTo(child.pid());
    }

    @BothDispatchers
    void init_operations_areAllAllowed(World world) {
        Probe other = world.spawn();
        Probe probe = world.probe().inInit(self -> {
            assertThat(self.state()).isEqualTo(ProcessState.INIT);
            self.registerName("name");
            self.unregisterName();
            self.registerName("other name");
            self.deleteAlias(self.createAlias());
            self.link(other.pid());
            self.unlink(other.pid());
            self.monitor(other.pid());
            self.setEnv("A", 1);
            self.sendPriority(Priority.HIGH);
            self.sendAfter(self.pid(), "timer", Duration.ZERO);
            return self.send(self.createAlias(), "by alias").orThrow();
        });

        probe.spawn();

        assertThat(probe.awaitMessages(2)).containsExactlyInAnyOrder("timer", "by alias");
        assertThat(probe.context().env()).containsEntry("A", 1);
        assertThat(probe.context().sendPriority()).isEqualTo(Priority.HIGH);
        assertThat(probe.context().monitors()).containsExactly(other.pid());
        assertThat(probe.context().links()).isEmpty();
        assertThat(world.node().pidOf("other name")).contains(probe.pid());
    }
}
