package io.ergo.conformance;

import java.util.List;

import io.ergo.Address;
import io.ergo.Alias;
import io.ergo.MessageDown;
import io.ergo.MessageDownAlias;
import io.ergo.MessageDownPid;
import io.ergo.MessageDownProcessId;
import io.ergo.Node;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.SpawnOptions;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Monitors: the end of a target is a message. */
class MonitorConformanceTest {

    @BothDispatchers
    void L05_1_monitorPid_killed_downCarriesKill(World world) {
        monitorPid(world, Ending.KILL);
    }

    @BothDispatchers
    void L05_1_monitorPid_customExit_downCarriesIt(World world) {
        monitorPid(world, Ending.CUSTOM);
    }

    @BothDispatchers
    void L05_1_monitorPid_shutdownExit_downCarriesShutdown(World world) {
        monitorPid(world, Ending.SHUTDOWN);
    }

    @BothDispatchers
    void L05_1_monitorPid_panic_downCarriesPanic(World world) {
        monitorPid(world, Ending.PANIC);
    }

    private static void monitorPid(World world, Ending ending) {
        Probe target = world.spawn();
        MessageDown down = downOf(world, target, target.pid(), ending);

        assertThat(down).isEqualTo(new MessageDownPid(target.pid(), ending.told()));
    }

    @BothDispatchers
    void L05_2_monitorProcessId_killed_downCarriesKill(World world) {
        monitorName(world, Ending.KILL);
    }

    @BothDispatchers
    void L05_2_monitorProcessId_customExit_downCarriesIt(World world) {
        monitorName(world, Ending.CUSTOM);
    }

    @BothDispatchers
    void L05_2_monitorProcessId_shutdownExit_downCarriesShutdown(World world) {
        monitorName(world, Ending.SHUTDOWN);
    }

    @BothDispatchers
    void L05_2_monitorProcessId_panic_downCarriesPanic(World world) {
        monitorName(world, Ending.PANIC);
    }

    private static void monitorName(World world, Ending ending) {
        Probe target = world.spawn(SpawnOptions.named("target"));
        ProcessId name = new ProcessId("target", world.node().name());
        MessageDown down = downOf(world, target, name, ending);

        assertThat(down).isEqualTo(new MessageDownProcessId(name, ending.told()));
    }

    @BothDispatchers
    void L05_2_monitorProcessId_unregistered_downCarriesUnregistered(World world) {
        Node node = world.node();
        Probe target = world.spawn(SpawnOptions.named("target"));
        Probe watcher = world.spawn();
        ProcessId name = new ProcessId("target", node.name());
        monitor(watcher, name);

        target.in(self -> {
            self.unregisterName();
            return self;
        });

        assertThat(watcher.awaitMessages(1)).containsExactly(new MessageDownProcessId(name, Reason.UNREGISTERED));
        assertThat(watcher.context().monitors()).isEmpty();
        assertThat(target.isEnded()).isFalse();
    }

    @BothDispatchers
    void L05_3_monitorAlias_killed_downCarriesKill(World world) {
        monitorAlias(world, Ending.KILL);
    }

    @BothDispatchers
    void L05_3_monitorAlias_customExit_downCarriesIt(World world) {
        monitorAlias(world, Ending.CUSTOM);
    }

    @BothDispatchers
    void L05_3_monitorAlias_shutdownExit_downCarriesShutdown(World world) {
        monitorAlias(world, Ending.SHUTDOWN);
    }

    @BothDispatchers
    void L05_3_monitorAlias_panic_downCarriesPanic(World world) {
        monitorAlias(world, Ending.PANIC);
    }

    private static void monitorAlias(World world, Ending ending) {
        Probe target = world.spawn();
        Alias alias = target.in(self -> self.createAlias());
        MessageDown down = downOf(world, target, alias, ending);

        assertThat(down).isEqualTo(new MessageDownAlias(alias, ending.told()));
    }

    @BothDispatchers
    void L05_3_monitorAlias_deleted_downCarriesUnregistered(World world) {
        Probe target = world.spawn();
        Probe watcher = world.spawn();
        Alias alias = target.in(self -> self.createAlias());
        monitor(watcher, alias);

        target.in(self -> {
            self.deleteAlias(alias);
            return self;
        });

        assertThat(watcher.awaitMessages(1)).containsExactly(new MessageDownAlias(alias, Reason.UNREGISTERED));
        assertThat(target.isEnded()).isFalse();
    }

    @BothDispatchers
    void L05_5_monitorUnknown_target_isRefused(World world) {
        Alias dead = deadAlias(world);

        world.spawn().in(self -> {
            refused(Reason.PROCESS_UNKNOWN, () -> self.monitor(Expect.unknownPid(self.node())));
            refused(Reason.PROCESS_UNKNOWN, () -> self.monitor(ProcessId.local("nobody")));
            refused(Reason.PROCESS_UNKNOWN, () -> self.monitor(new ProcessId("nobody", self.node().name())));
            refused(Reason.ALIAS_UNKNOWN, () -> self.monitor(dead));
            assertThat(self.monitors()).isEmpty();
            return self;
        });
    }

    @BothDispatchers
    void monitor_twice_isRefusedAndNotifiedOnce(World world) {
        Probe target = world.spawn();
        Probe watcher = world.spawn();
        watcher.in(self -> {
            self.monitor(target.pid());
            refused(Reason.TARGET_EXIST, () -> self.monitor(target.pid()));
            return self;
        });

        target.end();

        world.settle();
        assertThat(watcher.messages()).containsExactly(new MessageDownPid(target.pid(), Reason.SHUTDOWN));
    }

    @BothDispatchers
    void demonitor_monitored_isNotNotified(World world) {
        Probe target = world.spawn();
        Probe watcher = world.spawn();
        watcher.in(self -> {
            refused(Reason.TARGET_UNKNOWN, () -> self.demonitor(target.pid()));
            self.monitor(target.pid());
            self.demonitor(target.pid());
            refused(Reason.TARGET_UNKNOWN, () -> self.demonitor(target.pid()));
            return self;
        });

        target.end();

        world.settle();
        assertThat(watcher.messages()).isEmpty();
    }

    @BothDispatchers
    void X9_monitor_itself_isAllowed(World world) {
        Probe probe = world.spawn();

        monitor(probe, probe.pid());

        assertThat(probe.context().monitors()).containsExactly(probe.pid());
    }

    @BothDispatchers
    void monitor_pidNameAndAlias_pidIsNotifiedFirst(World world) {
        Probe target = world.spawn(SpawnOptions.named("target"));
        Probe watcher = world.spawn();
        Alias alias = target.in(self -> self.createAlias());
        ProcessId name = new ProcessId("target", world.node().name());
        for (Address address : List.of(alias, name, target.pid())) {
            monitor(watcher, address);
        }

        target.end();

        assertThat(watcher.awaitMessages(3).getFirst()).isEqualTo(new MessageDownPid(target.pid(), Reason.SHUTDOWN));
        assertThat(watcher.messages()).containsExactlyInAnyOrder(new MessageDownPid(target.pid(), Reason.SHUTDOWN),
                new MessageDownProcessId(name, Reason.SHUTDOWN), new MessageDownAlias(alias, Reason.SHUTDOWN));
    }

    @BothDispatchers
    void monitor_nameWithoutNode_isTheOwnNodesName(World world) {
        Probe target = world.spawn(SpawnOptions.named("target"));
        Probe watcher = world.spawn();
        monitor(watcher, ProcessId.local("target"));

        target.end();

        MessageDown down = (MessageDown) watcher.awaitMessages(1).getFirst();
        assertThat(down.reason()).isEqualTo(Reason.SHUTDOWN);
        assertThat(((MessageDownProcessId) down).processId().name()).isEqualTo("target");
    }

    static Alias deadAlias(World world) {
        return world.spawn().in(self -> {
            Alias alias = self.createAlias();
            self.deleteAlias(alias);
            return alias;
        });
    }

    private static void monitor(Probe watcher, Address target) {
        watcher.in(self -> {
            self.monitor(target);
            return self;
        });
    }

    private static MessageDown downOf(World world, Probe target, Address address, Ending ending) {
        Node node = world.node();
        Probe watcher = world.spawn();
        assertThat(node.processInfo(watcher.pid()).orElseThrow().monitors()).isEmpty();
        monitor(watcher, address);
        assertThat(node.processInfo(watcher.pid()).orElseThrow().monitors()).containsExactly(address);

        ending.happenTo(target, node);

        MessageDown down = (MessageDown) watcher.awaitMessages(1).getFirst();
        ending.assertSeenBy(target, node);
        world.settle();
        assertThat(watcher.messages()).containsExactly(down);
        assertThat(node.processInfo(watcher.pid()).orElseThrow().monitors()).isEmpty();
        return down;
    }
}
