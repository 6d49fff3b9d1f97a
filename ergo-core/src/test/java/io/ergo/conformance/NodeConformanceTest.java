package io.ergo.conformance;

import java.time.Duration;
import java.util.Map;

import io.ergo.Delivery.Outcome;
import io.ergo.Node;
import io.ergo.NodeInfo;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.ProcessInfo;
import io.ergo.ProcessState;
import io.ergo.Reason;
import io.ergo.SpawnOptions;

import static io.ergo.conformance.Expect.outcome;
import static io.ergo.conformance.Expect.refused;
import static io.ergo.conformance.Expect.unknownPid;
import static org.assertj.core.api.Assertions.assertThat;

/** The node: identity, environment, names, counters, kill, exit and stop. */
class NodeConformanceTest {

    @BothDispatchers
    void L00_1_node_started_hasTheNameAndIsAlive(World world) {
        Node node = world.start("demo@localhost", builder -> builder.env(Map.of("A", 1, "B", 2, "C", 3)));

        assertThat(node.name()).isEqualTo("demo@localhost");
        assertThat(node.isAlive()).isTrue();
        assertThat(node.info().name()).isEqualTo("demo@localhost");
        assertThat(node.pid()).isEqualTo(new Pid("demo@localhost", 1, node.creation()));
    }

    @BothDispatchers
    void L00_2_node_started_countersAreZero(World world) {
        NodeInfo info = world.node().info();

        assertThat(info.processesTotal()).isZero();
        assertThat(info.processesRunning()).isZero();
        assertThat(info.processesZombee()).isZero();
        assertThat(info.registeredAliases()).isZero();
        assertThat(info.registeredNames()).isZero();
        assertThat(world.node().processes()).isEmpty();
    }

    @BothDispatchers
    void L00_3_nodeEnv_changed_isCaseInsensitive(World world) {
        Node node = world.start("demo@localhost", builder -> builder.env(Map.of("A", 1, "b", "two")));
        assertThat(node.env()).containsExactlyInAnyOrderEntriesOf(Map.of("A", 1, "B", "two"));
        assertThat(node.env("a")).contains(1);
        assertThat(node.env("B")).contains("two");

        node.setEnv("a", null);
        assertThat(node.env("A")).isEmpty();
        assertThat(node.env()).containsOnlyKeys("B");

        node.setEnv("a", 11);
        assertThat(node.env("A")).contains(11);
        assertThat(node.env()).containsExactlyInAnyOrderEntriesOf(Map.of("A", 11, "B", "two"));
    }

    @BothDispatchers
    void L00_4_registerName_twice_isTaken(World world) {
        Node node = world.node();
        Probe first = world.spawn();
        Probe second = world.spawn();

        node.registerName("test", first.pid());

        refused(Reason.TAKEN, () -> node.registerName("test", first.pid()));
        refused(Reason.TAKEN, () -> node.registerName("test", second.pid()));
        refused(Reason.TAKEN, () -> node.registerName("other", first.pid()));
        refused(Reason.PROCESS_UNKNOWN, () -> node.registerName("other", unknownPid(node)));
        refused(Reason.PROCESS_UNKNOWN, () -> node.registerName("other", new Pid("", 0, 0)));
        assertThat(node.pidOf("test")).contains(first.pid());
        assertThat(node.pidOf("other")).isEmpty();
    }

    @BothDispatchers
    void L00_5_processInfo_ofNamedProcess_tellsIt(World world) {
        Node node = world.node();
        Probe probe = world.spawn();
        node.registerName("test", probe.pid());

        ProcessInfo info = node.processInfo(probe.pid()).orElseThrow();

        assertThat(info.pid()).isEqualTo(probe.pid());
        assertThat(info.name()).isEqualTo("test");
        assertThat(info.state()).isIn(ProcessState.SLEEP, ProcessState.RUNNING);
        assertThat(info.parent()).isEqualTo(node.pid());
        assertThat(info.leader()).isEqualTo(node.pid());
        assertThat(info.mailboxSize()).isZero();
        assertThat(node.processState(probe.pid())).contains(info.state());
    }

    @BothDispatchers
    void L00_6_counters_oneNamedProcess_areOne(World world) {
        world.spawn(SpawnOptions.named("test"));

        NodeInfo info = world.node().info();

        assertThat(info.processesTotal()).isEqualTo(1);
        assertThat(info.processesRunning()).isBetween(0L, 1L);
        assertThat(info.processesZombee()).isZero();
        assertThat(info.registeredNames()).isEqualTo(1);
    }

    @BothDispatchers
    void L00_7_unregisterName_returnsOwner_thenUnknown(World world) {
        Node node = world.node();
        Probe probe = world.spawn(SpawnOptions.named("test"));

        assertThat(node.unregisterName("test")).isEqualTo(probe.pid());

        refused(Reason.NAME_UNKNOWN, () -> node.unregisterName("test"));
        assertThat(node.processes()).containsExactly(probe.pid());
    }

    @BothDispatchers
    void L00_8_kill_process_isGone(World world) {
        Node node = world.node();
        Probe probe = world.spawn();

        node.kill(probe.pid());

        assertThat(node.processState(probe.pid()).orElse(ProcessState.TERMINATED))
                .isIn(ProcessState.ZOMBEE, ProcessState.TERMINATED);
        assertThat(probe.awaitEnd()).isEqualTo(Reason.KILL);
        assertThat(node.processes()).isEmpty();
        assertThat(node.processInfo(probe.pid())).isEmpty();
        assertThat(node.info().processesTotal()).isZero();
        assertThat(node.info().processesZombee()).isZero();
    }

    @BothDispatchers
    void L00_9_spawnWithName_sendByPidAndName_bothArrive(World world) {
        Node node = world.node();
        Probe probe = world.spawn(SpawnOptions.named("test2"));
        assertThat(node.processInfo(probe.pid()).orElseThrow().name()).isEqualTo("test2");

        node.send(probe.pid(), "by pid").orThrow();
        node.send("test2", "by name").orThrow();
        node.send(ProcessId.local("test2"), "by process id").orThrow();
        node.send(new ProcessId("test2", node.name()), "by full process id").orThrow();

        assertThat(probe.awaitMessages(4)).containsExactly("by pid", "by name", "by process id", "by full process id");
        outcome(Outcome.UNKNOWN, node.send("test3", "nobody"));
        node.unregisterName("test2");
        assertThat(node.processInfo(probe.pid()).orElseThrow().name()).isEmpty();
        outcome(Outcome.UNKNOWN, node.send("test2", "nobody"));
    }

    @BothDispatchers
    void L00_10_sendExit_withoutReason_isIncorrect(World world) {
        Node node = world.node();
        Probe probe = world.spawn();

        refused(Reason.INCORRECT, () -> node.sendExit(probe.pid(), Expect.nothing()));

        node.sendExit(probe.pid(), Reason.NORMAL).orThrow();
        Expect.wrapped(node.pid(), Reason.NORMAL, probe.awaitEnd());
        outcome(Outcome.UNKNOWN, node.sendExit(unknownPid(node), Reason.NORMAL));
    }

    @BothDispatchers
    void L00_11_stop_node_isNotAliveAndSaysSo(World world) {
        Node node = world.node();
        world.spawn();
        refused(Reason.TIMEOUT, () -> node.awaitStop(Duration.ZERO));

        assertThat(node.stop()).isTrue();

        assertThat(node.isAlive()).isFalse();
        refused(Reason.NODE_TERMINATED, node::info);
        refused(Reason.NODE_TERMINATED, () -> node.awaitStop(Duration.ZERO));
        assertThat(node.uptime()).isZero();
    }
}
