package io.ergo.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.ergo.ApplicationInfo;
import io.ergo.ApplicationMode;
import io.ergo.ApplicationSpec;
import io.ergo.ApplicationState;
import io.ergo.Args;
import io.ergo.MessageDownPid;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.ProcessInfo;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.Stop;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Applications: start, stop, environment, modes. */
class ApplicationConformanceTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final List<Reason> ends = new CopyOnWriteArrayList<>();
    private final List<ApplicationMode> starts = new CopyOnWriteArrayList<>();

    private final ApplicationSpec.Callbacks callbacks = new ApplicationSpec.Callbacks() {
        @Override
        public void started(Node node, ApplicationMode mode) {
            starts.add(mode);
        }

        @Override
        public void terminated(Node node, Reason reason) {
            ends.add(reason);
        }
    };

    @BothDispatchers
    void L12_1_application_ofTheNodesOptions_runs(World world) {
        Probe member = world.probe();
        Node node = world.start("demo@localhost", builder -> builder.application(spec("app", member)));

        assertThat(node.applications()).containsExactly("app");
        assertThat(node.processes()).containsExactly(member.pid());
        ProcessInfo info = node.processInfo(member.pid()).orElseThrow();
        assertThat(info.application()).isEqualTo("app");
        assertThat(info.name()).isEqualTo("member0");
        assertThat(info.parent()).isEqualTo(node.pid());
        assertThat(info.leader()).isEqualTo(node.pid());
        ApplicationInfo application = node.applicationInfo("app").orElseThrow();
        assertThat(application.state()).isEqualTo(ApplicationState.RUNNING);
        assertThat(application.group()).containsExactly(member.pid());
        assertThat(node.info().applicationsRunning()).isEqualTo(1);
        assertThat(starts).containsExactly(ApplicationMode.TEMPORARY);
    }

    @BothDispatchers
    void L12_2_env_ofMemberAndItsChild_isTheApplications(World world) {
        Probe member = world.probe();
        Node node = world.start("demo@localhost", builder -> builder.env(Map.of("A", 1, "B", 2)).exposeEnv(true)
                .application(spec("app", member).withEnv(Map.of("b", 3, "C", 4))));
        Probe child = world.probe().spawnedBy(member, SpawnOptions.defaults());

        for (Probe probe : List.of(member, child)) {
            assertThat(probe.context().env()).containsExactlyInAnyOrderEntriesOf(Map.of("A", 1, "B", 3, "C", 4));
            ProcessInfo info = node.processInfo(probe.pid()).orElseThrow();
            assertThat(info.env()).isEqualTo(probe.context().env());
            assertThat(info.application()).isEqualTo("app");
            assertThat(probe.context().application()).isEqualTo("app");
        }
        assertThat(child.context().name()).isEmpty();
        assertThat(node.applicationInfo("app").orElseThrow().group()).containsExactly(member.pid());
    }

    @BothDispatchers
    void L12_3_unload_running_isRefused(World world) {
        Node node = world.start("demo@localhost", builder -> builder.application(spec("app", world.probe())));

        refused(Reason.APPLICATION_RUNNING, () -> node.unloadApplication("app"));
        refused(Reason.APPLICATION_RUNNING, () -> node.startApplication("app"));
    }

    @BothDispatchers
    void L12_4_stopThenUnload_isGone(World world) {
        Probe member = world.probe();
        Node node = world.start("demo@localhost", builder -> builder.application(spec("app", member)));

        node.stopApplication("app", LONG);

        assertThat(node.applicationInfo("app").orElseThrow().state()).isEqualTo(ApplicationState.LOADED);
        assertThat(node.applicationInfo("app").orElseThrow().group()).isEmpty();
        assertThat(node.applicationInfo("app").orElseThrow().uptime()).isZero();
        assertThat(node.processes()).isEmpty();
        assertThat(member.awaitEnd().outside()).isEqualTo(Reason.SHUTDOWN);
        world.await("the callback is called", () -> ends.equals(List.of(Reason.SHUTDOWN)));
        node.stopApplication("app", LONG);
        node.unloadApplication("app");
        assertThat(node.applications()).isEmpty();
        assertThat(node.applicationInfo("app")).isEmpty();
        refused(Reason.APPLICATION_UNKNOWN, () -> node.unloadApplication("app"));
        refused(Reason.APPLICATION_UNKNOWN, () -> node.startApplication("app"));
        refused(Reason.APPLICATION_UNKNOWN, () -> node.stopApplication("app", LONG));
    }

    @BothDispatchers
    void L12_6_temporary_allMembersEnd_reasonIsNormalAndItStartsAgain(World world) {
        List<Probe> members = List.of(world.probe(), world.probe(), world.probe());
        Node node = loaded(world, ApplicationMode.TEMPORARY, members);

        for (Cause cause : Cause.values()) {
            node.startApplication("app");
            for (Probe member : members) {
                assertThat(node.applicationInfo("app").orElseThrow().state()).isEqualTo(ApplicationState.RUNNING);
                cause.happenTo(member.pid(), node);
                world.await("the member ends", () -> node.processInfo(member.pid()).isEmpty());
            }
            awaitEnd(world, node, Reason.NORMAL);
        }
        assertThat(ends).hasSize(4);
    }

    @BothDispatchers
    void L12_7_transient_allMembersEndNormally_reasonIsNormal(World world) {
        List<Probe> members = List.of(world.probe(), world.probe(), world.probe());
        Node node = loaded(world, ApplicationMode.TRANSIENT, members);

        for (Cause cause : List.of(Cause.NORMAL, Cause.SHUTDOWN)) {
            node.startApplication("app");
            members.forEach(member -> cause.happenTo(member.pid(), node));
            awaitEnd(world, node, Reason.NORMAL);
        }
    }

    @BothDispatchers
    void L12_7_transient_oneMemberFails_stopsWithItsReason(World world) {
        List<Probe> members = List.of(world.probe(), world.probe(), world.probe());
        Node node = loaded(world, ApplicationMode.TRANSIENT, members);

        for (Cause cause : List.of(Cause.KILL, Cause.CUSTOM)) {
            node.startApplication("app");
            cause.happenTo(members.get(1).pid(), node);
            awaitEnd(world, node, cause.reason);
            assertThat(members.get(0).awaitEnd().outside()).isEqualTo(Reason.SHUTDOWN);
            assertThat(members.get(2).awaitEnd().outside()).isEqualTo(Reason.SHUTDOWN);
        }
    }

    @BothDispatchers
    void L12_8_permanent_oneMemberEnds_stopsWithItsReason(World world) {
        List<Probe> members = List.of(world.probe(), world.probe(), world.probe());
        Node node = loaded(world, ApplicationMode.PERMANENT, members);

        for (Cause cause : Cause.values()) {
            node.startApplication("app");
            cause.happenTo(members.get(1).pid(), node);
            awaitEnd(world, node, cause.reason);
        }
    }

    @BothDispatchers
    void start_inAnotherMode_countsForThatRunOnly(World world) {
        Node node = loaded(world, ApplicationMode.TEMPORARY, List.of(world.probe()));

        node.startApplication("app", ApplicationMode.PERMANENT);
        assertThat(node.applicationInfo("app").orElseThrow().mode()).isEqualTo(ApplicationMode.PERMANENT);
        node.send("member0", new Stop(Expect.CUSTOM)).orThrow();
        awaitEnd(world, node, Expect.CUSTOM);

        node.startApplication("app");
        node.send("member0", new Stop(Expect.CUSTOM)).orThrow();
        awaitEnd(world, node, Reason.NORMAL);
        assertThat(starts).containsExactly(ApplicationMode.PERMANENT, ApplicationMode.TEMPORARY);
    }

    @BothDispatchers
    void start_lastMemberFails_nothingIsLeftAndItsReasonIsThrown(World world) {
        Probe first = world.probe();
        Probe failing = world.probe().inInit(_ -> {
            throw new Stop(Expect.CUSTOM);
        });
        Node node = loaded(world, ApplicationMode.TEMPORARY, List.of(first, failing));

        refused(Expect.CUSTOM, () -> node.startApplication("app"));

        assertThat(first.awaitEnd()).isNotNull();
        world.await("nothing is left", () -> node.audit().isClean());
        assertThat(node.applicationInfo("app").orElseThrow().state()).isEqualTo(ApplicationState.LOADED);
        assertThat(starts).isEmpty();
        node.unloadApplication("app");
    }

    @BothDispatchers(rounds = 5, seeds = 30)
    void start_memberEndsAtOnce_countsByTheMode(World world) {
        Probe early = world.probe().inInit(self -> self.send(self.pid(), new Stop(Expect.CUSTOM)).orThrow());
        List<Probe> members = List.of(world.probe(), early, world.probe());

        Node node = loaded(world, ApplicationMode.TEMPORARY, members);
        node.startApplication("app");
        world.await("the member ends", () -> node.applicationInfo("app").orElseThrow().group().size() == 2);
        assertThat(node.applicationInfo("app").orElseThrow().state()).isEqualTo(ApplicationState.RUNNING);
        node.stopApplication("app", LONG);
        awaitEnd(world, node, Reason.SHUTDOWN);

        for (ApplicationMode mode : List.of(ApplicationMode.TRANSIENT, ApplicationMode.PERMANENT)) {
            node.startApplication("app", mode);
            world.await("the application ends",
                    () -> node.applicationInfo("app").orElseThrow().state() == ApplicationState.LOADED);
            assertThat(node.audit().processes()).isEmpty();
        }
        node.unloadApplication("app");
    }

    @BothDispatchers
    void stop_memberStuck_timesOutAndForceEndsIt(World world) {
        Probe member = world.probe();
        Node node = loaded(world, ApplicationMode.TEMPORARY, List.of(member));
        node.startApplication("app");
        Gate gate = member.block();

        refused(Reason.APPLICATION_STOPPING, () -> node.stopApplication("app", Duration.ofMillis(30)));
        refused(Reason.APPLICATION_STOPPING, () -> node.stopApplication("app", Duration.ofMillis(30)));
        refused(Reason.APPLICATION_STATE, () -> node.startApplication("app"));
        assertThat(node.applicationInfo("app").orElseThrow().state()).isEqualTo(ApplicationState.STOPPING);

        gate.open();
        awaitEnd(world, node, Reason.SHUTDOWN);
    }

    @BothDispatchers
    void stopForce_killsTheMembers(World world) {
        List<Probe> members = List.of(world.probe(), world.probe());
        Node node = loaded(world, ApplicationMode.PERMANENT, members);
        node.startApplication("app");
        world.settle();

        node.stopApplicationForce("app");

        members.forEach(member -> assertThat(member.awaitEnd()).isEqualTo(Reason.KILL));
        awaitEnd(world, node, Reason.KILL);
    }

    @BothDispatchers
    void load_badSpecs_areRefused(World world) {
        Node node = loaded(world, ApplicationMode.TEMPORARY, List.of(world.probe()));

        refused(Reason.TAKEN, () -> node.loadApplication(spec("app", world.probe())));
        refused(Reason.INCORRECT, () -> node.loadApplication(Expect.nothing()));
        refused(Reason.APPLICATION_NAME, () -> spec("", world.probe()));
        refused(Reason.ATOM_TOO_LONG, () -> spec("n".repeat(256), world.probe()));
        refused(Reason.APPLICATION_EMPTY, () -> ApplicationSpec.of("empty"));
        refused(Reason.INCORRECT, () -> node.stopApplication("app", Duration.ofSeconds(-1)));
        refused(Reason.APPLICATION_UNKNOWN, () -> node.stopApplicationForce("nobody"));
    }

    @BothDispatchers
    void callbacks_throwing_changeNothing(World world) {
        Probe member = world.probe();
        ApplicationSpec.Callbacks failing = new ApplicationSpec.Callbacks() {
            @Override
            public void started(Node node, ApplicationMode mode) {
                throw new IllegalStateException("on purpose");
            }

            @Override
            public void terminated(Node node, Reason reason) {
                throw new AssertionError("on purpose");
            }
        };
        Node node = world.node();
        node.loadApplication(spec("app", member).withCallbacks(failing));

        node.startApplication("app");
        node.stopApplication("app", LONG);

        assertThat(node.applicationInfo("app").orElseThrow().state()).isEqualTo(ApplicationState.LOADED);
    }

    @BothDispatchers
    void stop_membersEndInReverseOrder(World world) {
        List<Probe> members = List.of(world.probe(), world.probe(), world.probe());
        Node node = loaded(world, ApplicationMode.PERMANENT, members);
        node.startApplication("app");
        Probe watcher = world.spawn();
        watcher.in(self -> {
            members.forEach(member -> self.monitor(member.pid()));
            return self;
        });

        node.stopApplication("app", LONG);

        assertThat(watcher.awaitMessages(3)).extracting(down -> ((MessageDownPid) down).pid())
                .containsExactlyElementsOf(members.reversed().stream().map(Probe::pid).toList());
    }

    @BothDispatchers
    void nodeStop_applicationsEndInReverseOrder(World world) {
        List<String> order = new CopyOnWriteArrayList<>();
        Node node = world.node();
        for (String name : List.of("first", "second", "third")) {
            ApplicationSpec.Callbacks telling = new ApplicationSpec.Callbacks() {
                @Override
                public void terminated(Node stopping, Reason reason) {
                    order.add(name + " " + reason);
                }
            };
            node.loadApplication(
                    ApplicationSpec.of(name, member("member of " + name, world.probe())).withCallbacks(telling));
            node.startApplication(name);
        }

        assertThat(node.stop()).isTrue();

        assertThat(order).containsExactly("third shutdown", "second shutdown", "first shutdown");
    }

    /** How a member ends. */
    private enum Cause {

        NORMAL(Reason.NORMAL),
        SHUTDOWN(Reason.SHUTDOWN),
        KILL(Reason.KILL),
        CUSTOM(Expect.CUSTOM);

        private final Reason reason;

        Cause(Reason reason) {
            this.reason = reason;
        }

        void happenTo(Pid member, Node node) {
            if (this == KILL) {
                node.kill(member);
            } else {
                node.sendExit(member, reason).orThrow();
            }
        }
    }

    private void awaitEnd(World world, Node node, Reason expected) {
        world.await("the application ends",
                () -> node.applicationInfo("app").orElseThrow().state() == ApplicationState.LOADED
                        && ends.size() == starts.size());
        assertThat(ends.getLast()).isEqualTo(expected);
    }

    private Node loaded(World world, ApplicationMode mode, List<Probe> members) {
        Node node = world.node();
        node.loadApplication(spec("app", members.toArray(Probe[]::new)).withMode(mode));
        return node;
    }

    private ApplicationSpec spec(String name, Probe... members) {
        ApplicationSpec.Member[] group = new ApplicationSpec.Member[members.length];
        for (int i = 0; i < members.length; i++) {
            group[i] = member("member" + i, members[i]);
        }
        return ApplicationSpec.of(name, group).withCallbacks(callbacks);
    }

    private static ApplicationSpec.Member member(String name, Probe probe) {
        return new ApplicationSpec.Member(name, probe.factory(), SpawnOptions.defaults(), Args.none());
    }
}
