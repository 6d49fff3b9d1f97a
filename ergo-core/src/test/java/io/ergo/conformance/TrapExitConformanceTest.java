package io.ergo.conformance;

import io.ergo.Alias;
import io.ergo.MessageExitAlias;
import io.ergo.MessageExitPid;
import io.ergo.MessageExitProcessId;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.Stop;

import static org.assertj.core.api.Assertions.assertThat;

/** Trapping exit signals. */
class TrapExitConformanceTest {

    @BothDispatchers
    void L02_1_trapExit_toggled_isReadable(World world) {
        Probe probe = world.spawn();

        assertThat(probe.<Boolean>in(_ -> probe.recorder().traps())).isFalse();
        probe.trap(true);
        assertThat(probe.<Boolean>in(_ -> probe.recorder().traps())).isTrue();
        probe.trap(false);
        assertThat(probe.<Boolean>in(_ -> probe.recorder().traps())).isFalse();
    }

    @BothDispatchers
    void L02_2_trapExit_exitOfStranger_isAMessage(World world) {
        Probe probe = world.spawn().trap(true);
        Probe stranger = world.spawn();

        stranger.in(self -> self.sendExit(probe.pid(), Reason.SHUTDOWN).orThrow());

        assertThat(probe.awaitMessages(1)).containsExactly(new MessageExitPid(stranger.pid(), Reason.SHUTDOWN));
        assertThat(probe.received().getFirst().from()).isEqualTo(stranger.pid());
        assertThat(probe.isEnded()).isFalse();
    }

    @BothDispatchers
    void L02_3_trapExit_exitOfParent_terminatesNevertheless(World world) {
        Probe parent = world.spawn();
        Probe child = world.probe().spawnedBy(parent, SpawnOptions.defaults()).trap(true);

        parent.in(self -> self.sendExit(child.pid(), Reason.SHUTDOWN).orThrow());

        Expect.wrapped(parent.pid(), Reason.SHUTDOWN, child.awaitEnd());
        assertThat(child.messages()).isEmpty();
    }

    @BothDispatchers
    void X9_trapExit_exitOfTheNode_terminatesItsProcess(World world) {
        Probe probe = world.spawn().trap(true);

        world.node().sendExit(probe.pid(), Expect.CUSTOM).orThrow();

        Expect.wrapped(world.node().pid(), Expect.CUSTOM, probe.awaitEnd());
    }

    @BothDispatchers
    void D24_trapExit_noticesSentByTheCore_areMessages(World world) {
        Probe target = world.spawn(SpawnOptions.named("target"));
        Alias alias = target.in(self -> self.createAlias());
        ProcessId name = new ProcessId("target", world.node().name());
        Probe probe = world.spawn().trap(true);
        assertThat(probe.context().parent()).isEqualTo(world.node().pid());
        probe.in(self -> {
            self.link(name);
            self.link(alias);
            return self;
        });

        target.in(self -> {
            self.unregisterName();
            self.deleteAlias(alias);
            return self;
        });

        assertThat(probe.awaitMessages(2)).containsExactly(new MessageExitProcessId(name, Reason.UNREGISTERED),
                new MessageExitAlias(alias, Reason.UNREGISTERED));
        assertThat(probe.received()).extracting(Probe.Received::from).containsOnly(world.node().pid());
        assertThat(probe.isEnded()).isFalse();
    }

    @BothDispatchers
    void D24_trapExit_exitOfTheNodeToAnothersChild_isAMessage(World world) {
        Probe parent = world.spawn();
        Probe child = world.probe().spawnedBy(parent, SpawnOptions.defaults()).trap(true);

        world.node().sendExit(child.pid(), Expect.CUSTOM).orThrow();

        assertThat(child.awaitMessages(1)).containsExactly(new MessageExitPid(world.node().pid(), Expect.CUSTOM));
        assertThat(child.isEnded()).isFalse();
    }

    @BothDispatchers
    void trapExit_toggledWhileTheSignalWaits_countsWhenItIsTaken(World world) {
        Probe stranger = world.spawn();
        Probe probe = world.spawn();
        Gate gate = world.gate();
        probe.start(_ -> {
            gate.pass();
            probe.recorder().trap(true);
            return gate;
        });
        world.await("the handler stands still", gate::isReached);
        stranger.in(self -> self.sendExit(probe.pid(), Expect.CUSTOM).orThrow());

        gate.open();

        assertThat(probe.awaitMessages(1)).containsExactly(new MessageExitPid(stranger.pid(), Expect.CUSTOM));
    }

    @BothDispatchers
    void trapExit_endOfLinkedParentThatIsNormal_terminatesNevertheless(World world) {
        Probe parent = world.spawn();
        Probe child = world.probe().spawnedBy(parent, SpawnOptions.defaults().withLinks(true, false)).trap(true);

        world.node().send(parent.pid(), new Stop(Reason.NORMAL)).orThrow();

        Expect.wrapped(parent.pid(), Reason.NORMAL, child.awaitEnd());
    }

    @BothDispatchers
    void X9_trapExit_endOfLinkedParent_terminatesNevertheless(World world) {
        Probe parent = world.spawn();
        Probe child = world.probe().spawnedBy(parent, SpawnOptions.defaults().withLinks(true, false)).trap(true);

        world.node().kill(parent.pid());

        Expect.wrapped(parent.pid(), Reason.KILL, child.awaitEnd());
    }

    @BothDispatchers
    void exitSignal_normal_terminatesWhoDoesNotTrap(World world) {
        Probe probe = world.spawn();
        Probe stranger = world.spawn();

        stranger.in(self -> self.sendExit(probe.pid(), Reason.NORMAL).orThrow());

        Expect.wrapped(stranger.pid(), Reason.NORMAL, probe.awaitEnd());
    }

    @BothDispatchers
    void sendExit_toItselfParentOrLeader_isRefused(World world) {
        Probe leader = world.spawn();
        Probe parent = world.probe().spawnedBy(leader, SpawnOptions.defaults().withLeader(leader.pid()));
        Probe child = world.probe().spawnedBy(parent, SpawnOptions.defaults());

        child.in(self -> {
            assertThat(self.leader()).isEqualTo(leader.pid());
            Expect.refused(Reason.NOT_ALLOWED, () -> self.sendExit(self.pid(), Expect.CUSTOM));
            Expect.refused(Reason.NOT_ALLOWED, () -> self.sendExit(parent.pid(), Expect.CUSTOM));
            Expect.refused(Reason.NOT_ALLOWED, () -> self.sendExit(leader.pid(), Expect.CUSTOM));
            Expect.refused(Reason.INCORRECT, () -> self.sendExit(leader.pid(), Expect.nothing()));
            return self;
        });
    }

    @BothDispatchers
    void linkOptions_parentAndChild_areMadeBeforeTheChildRuns(World world) {
        Probe parent = world.spawn().trap(true);
        Probe child = world.probe().inInit(self -> self.send(self.pid(), new IllegalStateException("at once")));

        child.spawnedBy(parent, SpawnOptions.defaults().withLinks(true, true));

        child.awaitEnd();
        assertThat(parent.awaitMessages(1)).containsExactly(new MessageExitPid(child.pid(), Reason.PANIC));
    }
}
