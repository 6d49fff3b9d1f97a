package io.ergo.conformance;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import io.ergo.ErgoException;
import io.ergo.MessageDownPid;
import io.ergo.MessageExitPid;
import io.ergo.Node;
import io.ergo.Priority;
import io.ergo.ProcessId;
import io.ergo.ProcessState;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.Stop;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Spawns that fail: by the factory, by {@code init}, by the name, by time. */
class InitFailureTest {

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

    @BothDispatchers
    void init_failing_thePidsItHadLinkedToGetAnExitSignal(World world) {
        Probe trapping = world.spawn().trap(true);
        Probe plain = world.spawn();
        Probe byName = world.spawn(SpawnOptions.named("by name")).trap(true);
        Probe unlinked = world.spawn().trap(true);
        Probe monitored = world.spawn().trap(true);
        Probe probe = world.probe().inInit(self -> {
            self.link(trapping.pid());
            self.link(plain.pid());
            self.link(ProcessId.local("by name"));
            self.link(unlinked.pid());
            self.unlink(unlinked.pid());
            self.monitor(monitored.pid());
            throw new Stop(Expect.CUSTOM);
        });

        refused(Expect.CUSTOM, () -> probe.spawn(SpawnOptions.named("failing")));

        assertThat(trapping.awaitMessages(1)).containsExactly(new MessageExitPid(probe.pid(), Expect.CUSTOM));
        Expect.wrapped(probe.pid(), Expect.CUSTOM, plain.awaitEnd());
        world.settle();
        assertThat(List.of(byName, unlinked, monitored)).allMatch(other -> other.messages().isEmpty());
        assertThat(world.node().audit().relations()).isEmpty();
    }

    @BothDispatchers
    void init_failing_itsChildrenThatLinkedToItAreTold(World world) {
        Probe grandchild = world.probe();
        Probe probe = world.probe().inInit(self -> {
            self.spawn(grandchild.factory(), SpawnOptions.defaults().withLinks(true, true));
            throw new Stop(Expect.CUSTOM);
        });

        refused(Expect.CUSTOM, probe::spawn);

        Expect.wrapped(probe.pid(), Expect.CUSTOM, grandchild.awaitEnd());
        assertThat(grandchild.ends()).hasSize(1);
    }

    @BothDispatchers
    void init_failing_thereIsNoTerminateCallback(World world) {
        Probe probe = world.probe().inInit(_ -> {
            throw new Stop(Expect.CUSTOM);
        });

        refused(Expect.CUSTOM, probe::spawn);
        refused(Expect.CUSTOM, () -> probe.spawn(SpawnOptions.defaults().withInitTimeout(LONG)));

        world.settle();
        assertThat(probe.ends()).isEmpty();
    }

    @BothDispatchers
    void linkOptions_initMadeThoseLinksAlready_areKeptOnce(World world) {
        Probe parent = world.spawn().trap(true);
        Probe child = world.probe().inInit(self -> {
            self.link(self.parent());
            parent.context().link(self.pid()); // init runs on the parent's thread
            return self;
        });

        child.spawnedBy(parent, SpawnOptions.defaults().withLinks(true, true));

        assertThat(child.context().links()).containsExactly(parent.pid());
        assertThat(parent.context().links()).containsExactly(child.pid());
        world.node().kill(child.pid());
        assertThat(parent.awaitMessages(1)).containsExactly(new MessageExitPid(child.pid(), Reason.KILL));
        world.settle();
        assertThat(parent.messages()).hasSize(1);
    }
}
