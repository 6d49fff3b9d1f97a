package io.ergo.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.ergo.Delivery.Outcome;
import io.ergo.Node;
import io.ergo.NodeInfo;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.ProcessId;
import io.ergo.ProcessInfo;
import io.ergo.ProcessShortInfo;
import io.ergo.ProcessState;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.SpawnOptions;
import io.ergo.Version;

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

    @BothDispatchers
    void info_ofARunningNode_tellsVersionsMemoryAndTimes(World world) {
        Version version = Version.of("fleet", "1.2");
        Node node = world.start("info@localhost", builder -> builder.version(version));

        NodeInfo info = node.info();

        assertThat(info.version()).isEqualTo(version);
        assertThat(node.version()).isEqualTo(version);
        assertThat(info.framework()).isEqualTo(node.frameworkVersion());
        assertThat(info.framework().name()).isEqualTo("Ergo for Spring Boot");
        assertThat(info.framework().release()).isNotEmpty();
        assertThat(info.memoryAlloc()).isPositive().isLessThanOrEqualTo(info.memoryUsed());
        assertThat(info.userTime().plus(info.systemTime())).isPositive();
        assertThat(info.applicationsTotal()).isZero();
        assertThat(world.node().version()).isEqualTo(version);
    }

    @BothDispatchers
    void D68_page_ofProcesses_isAscendingFromItsFirstId(World world) {
        Node node = world.node();
        List<Pid> pids = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            pids.add(world.spawn().pid());
        }
        long first = pids.getFirst().id();

        assertThat(pagedPids(node.processes(0, 3))).isEqualTo(pids.subList(0, 3));
        assertThat(pagedPids(node.processes(1000, 3))).isEqualTo(pids.subList(0, 3));
        assertThat(pagedPids(node.processes(first + 2, 3))).isEqualTo(pids.subList(2, 5));
        assertThat(node.processes(first, 0)).as("0 stands for 100").hasSize(100);
        assertThat(pagedPids(node.processes(first, Integer.MAX_VALUE))).isEqualTo(pids);
        assertThat(node.processes(Long.MAX_VALUE, 5)).isEmpty();
        for (long from : new long[] {-1, 1, 999}) {
            assertThat(refused(Reason.INCORRECT, () -> node.processes(from, 1)))
                    .hasMessageContaining("from id " + from).hasMessageContaining("at least 1000");
        }
        refused(Reason.INCORRECT, () -> node.processes(1000, -1));
    }

    private static List<Pid> pagedPids(List<ProcessShortInfo> page) {
        return page.stream().map(ProcessShortInfo::pid).toList();
    }

    @BothDispatchers
    void core_asReceiver_isUnknownAndItsUnwantedResponsesAreIgnored(World world) {
        Node node = world.node();
        Probe probe = world.spawn();

        outcome(Outcome.UNKNOWN, node.send(node.pid(), "to the core"));
        outcome(Outcome.UNKNOWN, probe.in(self -> self.send(node.pid(), "to the core")));
        refused(Reason.PROCESS_UNKNOWN, () -> node.call(node.pid(), Ask.echo("x")));
        outcome(Outcome.UNKNOWN, node.sendExit(node.pid(), Reason.SHUTDOWN));
        outcome(Outcome.IGNORED, probe.in(self -> self.respond(node.pid(), unwanted(node), "unwanted")));
    }

    private static Ref unwanted(Node node) {
        return new Ref(node.name(), node.creation(), 1, 2, 3);
    }

    @BothDispatchers
    void core_asSender_usesThePriority(World world) {
        Node node = world.node();
        Probe probe = world.spawn();
        Gate gate = probe.block();
        node.send(probe.pid(), "normal").orThrow();
        node.send(probe.pid(), "high", Priority.HIGH).orThrow();
        node.send(probe.pid(), "max", Priority.MAX).orThrow();

        gate.open();

        assertThat(probe.awaitMessages(3)).containsExactly("max", "high", "normal");
        assertThat(probe.received()).allSatisfy(message -> assertThat(message.from()).isEqualTo(node.pid()));
    }
}
