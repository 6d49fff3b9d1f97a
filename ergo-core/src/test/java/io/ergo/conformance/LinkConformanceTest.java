package io.ergo.conformance;

import java.util.List;

import io.ergo.Address;
import io.ergo.Alias;
import io.ergo.MessageDownPid;
import io.ergo.MessageExit;
import io.ergo.MessageExitAlias;
import io.ergo.MessageExitPid;
import io.ergo.MessageExitProcessId;
import io.ergo.Node;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.SpawnOptions;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Links: the end of a target is an exit signal. */
class LinkConformanceTest {

    @BothDispatchers
    void L06_1_linkPid_killed_exitCarriesKill(World world) {
        linkPid(world, Ending.KILL);
    }

    @BothDispatchers
    void L06_1_linkPid_customExit_exitCarriesIt(World world) {
        linkPid(world, Ending.CUSTOM);
    }

    @BothDispatchers
    void L06_1_linkPid_shutdownExit_exitCarriesShutdown(World world) {
        linkPid(world, Ending.SHUTDOWN);
    }

    @BothDispatchers
    void L06_1_linkPid_panic_exitCarriesPanic(World world) {
        linkPid(world, Ending.PANIC);
    }

    private static void linkPid(World world, Ending ending) {
        Probe target = world.spawn();
        Exits exits = new Exits(world, target.pid());

        ending.happenTo(target, world.node());

        exits.are(new MessageExitPid(target.pid(), ending.told()));
        ending.assertSeenBy(target, world.node());
    }

    @BothDispatchers
    void L06_2_linkProcessId_killed_exitCarriesKill(World world) {
        linkName(world, Ending.KILL);
    }

    @BothDispatchers
    void L06_2_linkProcessId_customExit_exitCarriesIt(World world) {
        linkName(world, Ending.CUSTOM);
    }

    @BothDispatchers
    void L06_2_linkProcessId_shutdownExit_exitCarriesShutdown(World world) {
        linkName(world, Ending.SHUTDOWN);
    }

    private static void linkName(World world, Ending ending) {
        Probe target = world.spawn(SpawnOptions.named("target"));
        ProcessId name = new ProcessId("target", world.node().name());
        Exits exits = new Exits(world, name);

        ending.happenTo(target, world.node());

        exits.are(new MessageExitProcessId(name, ending.told()));
        ending.assertSeenBy(target, world.node());
    }

    @BothDispatchers
    void L06_2_linkProcessId_unregistered_exitCarriesUnregistered(World world) {
        Probe target = world.spawn(SpawnOptions.named("target"));
        ProcessId name = new ProcessId("target", world.node().name());
        Exits exits = new Exits(world, name);

        world.node().unregisterName("target");

        exits.are(new MessageExitProcessId(name, Reason.UNREGISTERED));
        assertThat(target.isEnded()).isFalse();
    }

    @BothDispatchers
    void L06_3_linkAlias_killed_exitCarriesKill(World world) {
        linkAlias(world, Ending.KILL);
    }

    @BothDispatchers
    void L06_3_linkAlias_customExit_exitCarriesIt(World world) {
        linkAlias(world, Ending.CUSTOM);
    }

    @BothDispatchers
    void L06_3_linkAlias_shutdownExit_exitCarriesShutdown(World world) {
        linkAlias(world, Ending.SHUTDOWN);
    }

    private static void linkAlias(World world, Ending ending) {
        Probe target = world.spawn();
        Alias alias = target.in(self -> self.createAlias());
        Exits exits = new Exits(world, alias);

        ending.happenTo(target, world.node());

        exits.are(new MessageExitAlias(alias, ending.told()));
        ending.assertSeenBy(target, world.node());
    }

    @BothDispatchers
    void L06_3_linkAlias_deleted_exitCarriesUnregistered(World world) {
        Probe target = world.spawn();
        Alias alias = target.in(self -> self.createAlias());
        Exits exits = new Exits(world, alias);

        target.in(self -> {
            self.deleteAlias(alias);
            return self;
        });

        exits.are(new MessageExitAlias(alias, Reason.UNREGISTERED));
        assertThat(target.isEnded()).isFalse();
    }

    @BothDispatchers
    void L06_5_linkUnknown_target_isRefused(World world) {
        Alias dead = MonitorConformanceTest.deadAlias(world);

        world.spawn().in(self -> {
            refused(Reason.PROCESS_UNKNOWN, () -> self.link(Expect.unknownPid(self.node())));
            refused(Reason.PROCESS_UNKNOWN, () -> self.link(ProcessId.local("nobody")));
            refused(Reason.PROCESS_UNKNOWN, () -> self.link(new ProcessId("nobody", self.node().name())));
            refused(Reason.ALIAS_UNKNOWN, () -> self.link(dead));
            assertThat(self.links()).isEmpty();
            return self;
        });
    }

    @BothDispatchers
    void X9_link_toItself_isRefused(World world) {
        world.spawn(SpawnOptions.named("self")).in(self -> {
            Alias alias = self.createAlias();
            refused(Reason.NOT_ALLOWED, () -> self.link(self.pid()));
            refused(Reason.NOT_ALLOWED, () -> self.link(ProcessId.local("self")));
            refused(Reason.NOT_ALLOWED, () -> self.link(new ProcessId("self", self.node().name())));
            refused(Reason.NOT_ALLOWED, () -> self.link(alias));
            return self;
        });
    }

    @BothDispatchers
    void link_twice_isRefused_unlinked_isNotNotified(World world) {
        Probe target = world.spawn();
        Probe watcher = world.spawn();
        watcher.in(self -> {
            refused(Reason.TARGET_UNKNOWN, () -> self.unlink(target.pid()));
            self.link(target.pid());
            refused(Reason.TARGET_EXIST, () -> self.link(target.pid()));
            self.unlink(target.pid());
            refused(Reason.TARGET_UNKNOWN, () -> self.unlink(target.pid()));
            return self;
        });

        target.end();

        world.settle();
        assertThat(watcher.isEnded()).isFalse();
    }

    @BothDispatchers
    void link_consumerEnds_targetLives(World world) {
        Probe target = world.spawn();
        Probe watcher = world.spawn();
        link(watcher, target.pid());

        watcher.end();

        world.settle();
        assertThat(target.isEnded()).isFalse();
        assertThat(world.node().audit().relations()).isEmpty();
    }

    @BothDispatchers
    void linkAndMonitor_onOneTarget_areBothNotified(World world) {
        Probe target = world.spawn();
        Probe watcher = world.spawn().trap(true);
        watcher.in(self -> {
            self.link(target.pid());
            self.monitor(target.pid());
            return self;
        });

        target.end();

        assertThat(watcher.awaitMessages(2)).containsExactlyInAnyOrder(
                new MessageExitPid(target.pid(), Reason.SHUTDOWN),
                new MessageDownPid(target.pid(), Reason.SHUTDOWN));
    }

    private static void link(Probe watcher, Address target) {
        watcher.in(self -> {
            self.link(target);
            return self;
        });
    }

    /** Two processes that link to the target: one traps exit signals, the other does not. */
    private record Exits(World world, Address target, Probe trapping, Probe plain) {

        Exits(World world, Address target) {
            this(world, target, world.spawn().trap(true), world.spawn());
            for (Probe watcher : List.of(trapping, plain)) {
                link(watcher, target);
                assertThat(info(watcher)).containsExactly(target);
            }
        }

        void are(MessageExit expected) {
            assertThat(trapping.awaitMessages(1)).containsExactly(expected);
            assertThat(info(trapping)).isEmpty();
            assertThat(trapping.isEnded()).isFalse();
            Expect.wrapped(target, expected.reason(), plain.awaitEnd());
            assertThat(plain.messages()).isEmpty();
        }

        private List<Address> info(Probe watcher) {
            Node node = world.node();
            return node.processInfo(watcher.pid()).orElseThrow().links();
        }
    }
}
