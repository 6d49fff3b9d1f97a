package io.ergo.conformance;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import io.ergo.ApplicationSpec;
import io.ergo.Args;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Overflow;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.ProcessContext;
import io.ergo.ProcessInfo;
import io.ergo.ProcessShortInfo;
import io.ergo.ProcessState;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.SupervisorType;
import io.ergo.actor.ChildSpec;
import io.ergo.actor.Supervisor;
import io.ergo.actor.SupervisorSpec;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** The ways to spawn, what a process inherits by each, and what information tells of it. */
class SpawnTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Node node(World world) {
        return world.start(World.NODE, builder -> builder.env(Map.of("NODE", 1, "SHARED", "node")).exposeEnv(true));
    }

    private static ApplicationSpec application(Probe member) {
        return ApplicationSpec.of("app", ApplicationFixture.member("member", member))
                .withEnv(Map.of("App", 2, "shared", "application"));
    }

    @BothDispatchers
    void byTheNode_parentAndLeaderAreTheCore_envIsTheNodes(World world) {
        Node node = node(world);
        Probe probe = world.spawn(SpawnOptions.defaults().withEnv(Map.of("own", 3)));

        ProcessContext self = probe.context();
        assertThat(self.parent()).isEqualTo(node.pid());
        assertThat(self.leader()).isEqualTo(node.pid());
        assertThat(self.application()).isEmpty();
        assertThat(self.env()).containsExactlyInAnyOrderEntriesOf(Map.of("NODE", 1, "SHARED", "node", "OWN", 3));
    }

    @BothDispatchers
    void byTheNode_linkOptions_linkToNobody(World world) {
        Probe probe = world.spawn(SpawnOptions.defaults().withLinks(true, true));

        assertThat(probe.context().links()).isEmpty();
        assertThat(world.node().audit().relations()).isEmpty();
    }

    @BothDispatchers
    void byAProcess_inheritsLeaderApplicationAndTheEnvOfTheMoment(World world) {
        Node node = node(world);
        Probe member = world.probe();
        node.loadApplication(application(member));
        node.startApplication("app");
        member.in(self -> {
            self.setEnv("shared", "member");
            self.setEnv("node", null);
            return self;
        });

        Probe child = world.probe().spawnedBy(member, SpawnOptions.defaults().withEnv(Map.of("own", 3)));
        Probe grandchild = world.probe().spawnedBy(child, SpawnOptions.defaults());

        for (Probe one : List.of(child, grandchild)) {
            assertThat(one.context().leader()).isEqualTo(node.pid());
            assertThat(one.context().application()).isEqualTo("app");
            assertThat(one.context().env())
                    .containsExactlyInAnyOrderEntriesOf(Map.of("APP", 2, "SHARED", "member", "OWN", 3));
        }
        assertThat(child.context().parent()).isEqualTo(member.pid());
        assertThat(grandchild.context().parent()).isEqualTo(child.pid());
        assertThat(node.env()).containsEntry("SHARED", "node").containsEntry("NODE", 1);
        node.stopApplication("app", MINUTE);
    }

    @BothDispatchers
    void byAnApplication_parentAndLeaderAreTheCore_envIsTheApplications(World world) {
        Node node = node(world);
        Probe member = world.probe();
        node.loadApplication(application(member));
        node.startApplication("app");

        ProcessContext self = member.context();
        assertThat(self.parent()).isEqualTo(node.pid());
        assertThat(self.leader()).isEqualTo(node.pid());
        assertThat(self.application()).isEqualTo("app");
        assertThat(self.name()).contains("member");
        assertThat(self.env())
                .containsExactlyInAnyOrderEntriesOf(Map.of("NODE", 1, "APP", 2, "SHARED", "application"));
        node.stopApplication("app", MINUTE);
    }

    @BothDispatchers
    void byASupervisor_parentIsTheSupervisor_bothAreLinked(World world) {
        Node node = node(world);
        Probe child = world.probe();
        SupervisorSpec spec = SupervisorSpec.of(SupervisorType.ONE_FOR_ONE, ChildSpec.of("child", child.factory()));
        Pid supervisor = node.spawn(() -> Supervisor.of(spec));

        assertThat(child.context().parent()).isEqualTo(supervisor);
        assertThat(child.context().leader()).isEqualTo(node.pid());
        assertThat(child.context().links()).containsExactly(supervisor);
        assertThat(node.processInfo(supervisor).orElseThrow().links()).containsExactly(child.pid());
    }

    @BothDispatchers
    void leader_given_headsTheGroupBelow(World world) {
        Probe head = world.spawn();
        Probe child = world.probe().spawnedBy(head, SpawnOptions.defaults().withLeader(head.pid()));
        Probe grandchild = world.probe().spawnedBy(child, SpawnOptions.defaults());

        assertThat(head.context().leader()).isEqualTo(world.node().pid());
        assertThat(child.context().leader()).isEqualTo(head.pid());
        assertThat(grandchild.context().leader()).isEqualTo(head.pid());
        List<ProcessShortInfo> page = world.node().processes(child.pid().id(), 1);
        assertThat(page).extracting(ProcessShortInfo::leader).containsExactly(head.pid());
    }

    @BothDispatchers
    void args_ofEachWay_arriveUnchanged(World world) {
        Args args = Args.of("a", 1, null);
        Probe byNode = world.probe();
        Probe byProcess = world.probe();

        world.node().spawn(byNode.factory(), SpawnOptions.defaults(), args);
        world.spawn().in(self -> self.spawn(byProcess.factory(), SpawnOptions.defaults(), args));

        assertThat(byNode.arguments()).containsExactly(args);
        assertThat(byProcess.arguments()).containsExactly(args);
    }

    @BothDispatchers
    void initTimeout_ofAMember_isAtMostFifteenSeconds(World world) {
        Node node = world.node();
        Probe member = world.probe();
        node.loadApplication(ApplicationSpec.of("slow", slow(member, Duration.ofSeconds(16))));
        node.loadApplication(ApplicationSpec.of("quick", slow(member, Duration.ofSeconds(15))));

        ErgoException refusal = refused(Reason.NOT_ALLOWED, () -> node.startApplication("slow"));

        assertThat(refusal.asked()).contains("slow", "PT16S", "PT15S", "first message");
        assertThat(member.isStarted()).isFalse();
        node.startApplication("quick");
        assertThat(member.isStarted()).isTrue();
        node.stopApplication("quick", MINUTE);
    }

    private static ApplicationSpec.Member slow(Probe member, Duration timeout) {
        return new ApplicationSpec.Member("member", member.factory(), SpawnOptions.defaults().withInitTimeout(timeout),
                Args.none());
    }

    @BothDispatchers
    void D94_env_namesOfAnApplicationThatDifferInCase_lastOneCountsAndIsLogged(World world) {
        Node node = world.node();
        Map<String, Object> variables = new LinkedHashMap<>();
        for (String name : List.of("color", "COLOR", "Color")) {
            variables.put(name, name);
        }
        Probe member = world.probe();
        try (Logged log = Logged.byNodes().from(Level.WARN)) {
            node.loadApplication(
                    ApplicationSpec.of("app", ApplicationFixture.member("member", member)).withEnv(variables));
            node.startApplication("app");

            assertThat(member.context().env()).containsExactly(Map.entry("COLOR", "Color"));
            assertThat(log.records())
                    .contains(
                            "WARN environment variables 'COLOR' and 'Color' are the same; what counts is the last one, 'Color'");
        }
        node.stopApplication("app", MINUTE);
    }

    @BothDispatchers
    void processInfo_tellsEverything(World world) {
        Node node = node(world);
        Probe parent = world.spawn();
        Probe target = world.spawn();
        SpawnOptions options = SpawnOptions.named("told").withMailbox(10, Overflow.fallback("other", "tag"))
                .withPriority(Priority.HIGH).withEnv(Map.of("own", 3)).withLinks(true, false);
        Probe probe = world.probe().inInit(self -> {
            self.createAlias();
            self.monitor(target.pid());
            return self.send(target.pid(), "out").orThrow();
        }).spawnedBy(parent, options);
        node.send(probe.pid(), "in").orThrow();
        probe.awaitMessages(1);
        Gate gate = probe.block();
        node.send(probe.pid(), "waits").orThrow();

        ProcessInfo info = node.processInfo(probe.pid()).orElseThrow();

        assertThat(info.pid()).isEqualTo(probe.pid());
        assertThat(info.name()).isEqualTo("told");
        assertThat(info.application()).isEmpty();
        assertThat(info.behavior()).isEqualTo(Recorder.class.getName());
        assertThat(info.state()).isEqualTo(ProcessState.RUNNING);
        assertThat(info.parent()).isEqualTo(parent.pid());
        assertThat(info.leader()).isEqualTo(node.pid());
        assertThat(info.mailboxSize()).isEqualTo(10);
        assertThat(info.overflow()).isEqualTo(Overflow.fallback("other", "tag"));
        assertThat(info.mailbox().main()).isEqualTo(1);
        assertThat(info.messagesIn()).isEqualTo(3);
        assertThat(info.messagesOut()).isEqualTo(1);
        assertThat(info.runningTime()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(info.uptime()).isBetween(Duration.ZERO, MINUTE);
        assertThat(info.aliases()).isEqualTo(probe.context().aliases()).hasSize(1);
        assertThat(info.links()).containsExactly(parent.pid());
        assertThat(info.monitors()).containsExactly(target.pid());
        assertThat(info.settings().sendPriority()).isEqualTo(Priority.HIGH);
        assertThat(info.env()).containsEntry("OWN", 3).containsEntry("SHARED", "node");
        ProcessShortInfo brief = node.processes(probe.pid().id(), 1).getFirst();
        assertThat(List.of(brief.pid(), brief.name(), brief.behavior(), brief.state(), brief.parent(), brief.leader()))
                .containsExactly(info.pid(), info.name(), info.behavior(), info.state(), info.parent(), info.leader());
        assertThat(List.of(brief.mailboxDepth(), brief.messagesIn(), brief.messagesOut())).containsExactly(1L, 3L, 1L);
        gate.open();
    }

    @BothDispatchers
    void processInfo_fallbackOfAnUnlimitedMailbox_isForgotten(World world) {
        Probe probe = world.spawn(SpawnOptions.defaults().withMailbox(0, Overflow.fallback("other", "tag")));

        assertThat(world.node().processInfo(probe.pid()).orElseThrow().overflow()).isEqualTo(Overflow.reject());
    }

    @BothDispatchers
    void processInfo_envNotExposed_isEmpty(World world) {
        Probe probe = world.spawn(SpawnOptions.defaults().withEnv(Map.of("own", 3)));

        assertThat(world.node().processInfo(probe.pid()).orElseThrow().env()).isEmpty();
    }
}
