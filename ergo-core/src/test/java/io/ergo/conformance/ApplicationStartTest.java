package io.ergo.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.ergo.ApplicationInfo;
import io.ergo.ApplicationMode;
import io.ergo.ApplicationOptions;
import io.ergo.ApplicationProfile;
import io.ergo.ApplicationSpec;
import io.ergo.ApplicationState;
import io.ergo.Args;
import io.ergo.ErgoException;
import io.ergo.LogLevel;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.ProcessShortInfo;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.Stop;
import io.ergo.Version;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Applications: what loads and starts take, what is told of them, and what crosses a start. */
class ApplicationStartTest extends ApplicationFixture {

    private static ApplicationState state(Node node) {
        return node.applicationInfo("app").orElseThrow().state();
    }

    /** A member whose init stands still at the gate, and the start of its application by a process. */
    private record SlowStart(Gate gate, Pending<String> start) {

        static SlowStart of(World world, Probe slow) {
            Gate gate = world.gate();
            slow.inInit(_ -> {
                gate.pass();
                return "";
            });
            Pending<String> start = world.spawn().start(self -> {
                self.node().startApplication("app");
                return "started";
            });
            world.await("the member is in its init", gate::isReached);
            return new SlowStart(gate, start);
        }
    }

    @BothDispatchers
    void D55_info_showsWhatTheSpecificationTells_andTheStartingNode(World world) {
        Node node = world.node();
        ApplicationProfile profile = new ApplicationProfile("watches", Version.of("fleet", "1.2"), 7,
                List.of("blue", "blue", "north"), Map.of("door", "member0"));
        node.loadApplication(spec("app", world.probe()).withProfile(profile).dependingOn());

        ApplicationInfo loaded = node.applicationInfo("app").orElseThrow();
        assertThat(loaded.parent()).isEmpty();
        assertThat(loaded.uptime()).isZero();
        assertThat(loaded.mode()).isEqualTo(ApplicationMode.TEMPORARY);
        assertThat(loaded.profile().version()).hasToString("fleet:1.2");
        assertThat(loaded.profile().weight()).isEqualTo(7);
        assertThat(loaded.profile().tags()).containsExactly("blue", "north");
        assertThat(loaded.profile().map()).containsExactly(Map.entry("door", "member0"));

        node.startApplication("app");
        world.advance(Duration.ofMillis(20));

        ApplicationInfo running = node.applicationInfo("app").orElseThrow();
        assertThat(running.parent()).isEqualTo(node.name());
        assertThat(running.uptime()).isGreaterThanOrEqualTo(Duration.ofMillis(20));
        assertThat(running.profile()).isEqualTo(loaded.profile());
        assertThat(running.env()).isEmpty();
    }

    @BothDispatchers
    void info_env_isThatOfTheRun(World world) {
        Node node = world.start("demo@localhost", builder -> builder.exposeEnv(true).env(Map.of("A", 1)));
        node.loadApplication(spec("app", world.probe()).withEnv(Map.of("b", 2)));
        assertThat(node.applicationInfo("app").orElseThrow().env()).isEqualTo(Map.of("A", 1, "B", 2));

        node.startApplication("app", ApplicationOptions.defaults().withEnv(Map.of("B", 3)));
        assertThat(node.applicationInfo("app").orElseThrow().env()).isEqualTo(Map.of("A", 1, "B", 3));
    }

    @BothDispatchers
    void load_byALoader_givesItNodeAndArguments(World world) {
        Node node = world.node();

        String name = node.loadApplication(
                (loading, args) -> spec(args.get(0, String.class), world.probe()).withDescription(loading.name()),
                Args.of("app"));

        assertThat(name).isEqualTo("app");
        assertThat(node.applicationInfo("app").orElseThrow().profile().description()).isEqualTo(node.name());
        refused(Reason.TAKEN, () -> node.loadApplication((_, _) -> spec("app", world.probe()), Args.none()));
    }

    @BothDispatchers
    void load_byALoaderThatFails_tellsWhy(World world) {
        Node node = world.node();

        assertThat(refused(Reason.APPLICATION_LOAD_PANIC, () -> node.loadApplication((_, _) -> {
            throw new IllegalStateException("on purpose");
        }, Args.none()))).hasMessageContaining("on purpose");
        refused(Expect.CUSTOM, () -> node.loadApplication((_, _) -> {
            throw new Stop(Expect.CUSTOM);
        }, Args.none()));
        refused(Reason.APPLICATION_EMPTY,
                () -> node.loadApplication((_, _) -> ApplicationSpec.of("empty"), Args.none()));
        refused(Reason.INCORRECT, () -> node.loadApplication((_, _) -> Expect.nothing(), Args.none()));
        refused(Reason.INCORRECT, () -> node.loadApplication(Expect.nothing(), Args.none()));
        assertThat(node.applications()).isEmpty();
    }

    @BothDispatchers
    void spec_withWhatCannotBe_isRefused(World world) {
        ApplicationSpec spec = spec("app", world.probe());

        refused(Reason.INCORRECT, () -> spec.withTags(""));
        refused(Reason.ATOM_TOO_LONG, () -> spec.withTags("t".repeat(256)));
        refused(Reason.INCORRECT, () -> spec.withMap(Map.of("door", "")));
        refused(Reason.INCORRECT, () -> spec.withMap(Map.of("", "member0")));
        refused(Reason.INCORRECT, () -> spec.dependingOn(""));
        refused(Reason.INCORRECT, () -> spec.withVersion(Expect.nothing()));
        refused(Reason.INCORRECT, () -> spec.withDescription(Expect.nothing()));
        refused(Reason.INCORRECT, () -> ApplicationOptions.defaults().withMode(Expect.nothing()));
        refused(Reason.INCORRECT, () -> ApplicationOptions.defaults().withEnv(Map.of("", 1)));
        refused(Reason.INCORRECT, () -> world.node().startApplication("app", (ApplicationOptions) Expect.nothing()));
    }

    @BothDispatchers
    void processes_membersFirst_thenSoManyOthers(World world) {
        Probe first = world.probe();
        Probe second = world.probe();
        Node node = loaded(world, ApplicationMode.TEMPORARY, List.of(first, second));
        assertThat(refused(Reason.of("application app is not running"), () -> node.applicationProcesses("app", 1)))
                .hasMessage("application app is not running");
        node.startApplication("app");
        List<Pid> members = List.of(first.pid(), second.pid());
        Pid child = world.probe().spawnedBy(second, SpawnOptions.defaults()).pid();
        Pid grandChild = world.probe().spawnedBy(first, SpawnOptions.defaults()).pid();
        world.spawn();

        assertThat(pids(node, 0)).isEqualTo(members);
        assertThat(pids(node, 1)).containsExactly(first.pid(), second.pid(), child);
        assertThat(pids(node, 100)).containsExactly(first.pid(), second.pid(), child, grandChild);
        refused(Reason.INCORRECT, () -> node.applicationProcesses("app", -1));
        refused(Reason.APPLICATION_UNKNOWN, () -> node.applicationProcesses("nobody", 1));
    }

    private static List<Pid> pids(Node node, int limit) {
        return node.applicationProcesses("app", limit).stream().map(ProcessShortInfo::pid).toList();
    }

    @BothDispatchers
    void D93_start_failsAtAMemberWithStuckSiblings_isStoppingUntilTheyAreGone(World world) {
        Probe first = world.probe();
        Gate gate = world.gate();
        Probe failing = world.probe().inInit(self -> {
            self.send("member0", new Pending<>(world, _ -> {
                gate.pass();
                return "";
            })).orThrow();
            throw new Stop(Expect.CUSTOM);
        });
        Node node = loaded(world, ApplicationMode.TEMPORARY, List.of(first, failing));
        Probe starter = world.spawn();
        for (int round = 0; round < 2; round++) {
            Pending<ErgoException> start = starter
                    .start(self -> refused(Expect.CUSTOM, () -> self.node().startApplication("app")));
            assertThat(start.get()).hasMessageContaining("member1");
            gate.open();
            world.await("it is loaded again", () -> state(node) == ApplicationState.LOADED);
            world.await("the name is free", () -> node.pidOf("member0").isEmpty());
        }
        assertThat(starts).isEmpty();
        assertThat(ends).isEmpty();
    }

    @BothDispatchers
    void stop_whileAMemberIsInItsInit_reachesIt(World world) {
        Probe first = world.probe();
        Probe slow = world.probe();
        Probe never = world.probe();
        Node node = loaded(world, ApplicationMode.PERMANENT, List.of(first, slow, never));
        SlowStart slowStart = SlowStart.of(world, slow);
        assertThat(node.applicationInfo("app").orElseThrow().group()).containsExactly(first.pid(), slow.pid());
        Probe stopper = world.spawn();
        Pending<String> stop = stopper.start(self -> {
            self.node().stopApplication("app", LONG);
            return "stopped";
        });
        world.await("it stops", () -> state(node) == ApplicationState.STOPPING);

        slowStart.gate().open();

        assertThat(stop.get()).isEqualTo("stopped");
        refused(Reason.APPLICATION_STOPPING, slowStart.start()::get);
        assertThat(slow.awaitEnd().outside()).isEqualTo(Reason.SHUTDOWN);
        assertThat(first.awaitEnd().outside()).isEqualTo(Reason.SHUTDOWN);
        assertThat(never.isStarted()).isFalse();
        assertThat(state(node)).isEqualTo(ApplicationState.LOADED);
        assertThat(starts).isEmpty();
        assertThat(ends).isEmpty();
    }

    @BothDispatchers
    void D92_stopForce_whileAMemberIsInItsInit_killsIt(World world) {
        Probe first = world.probe();
        Probe slow = world.probe();
        Node node = loaded(world, ApplicationMode.PERMANENT, List.of(first, slow));
        SlowStart slowStart = SlowStart.of(world, slow);

        refused(Reason.APPLICATION_STOPPING, () -> node.stopApplicationForce("app"));
        assertThat(first.awaitEnd()).isEqualTo(Reason.KILL);
        slowStart.gate().open();

        refused(Reason.APPLICATION_STOPPING, slowStart.start()::get);
        world.await("it is loaded again", () -> state(node) == ApplicationState.LOADED);
    }

    @BothDispatchers
    void stop_whileAStartFails_returnsWhenAllIsGone(World world) {
        Gate gate = world.gate();
        Probe failing = world.probe().inInit(_ -> {
            gate.pass();
            throw new Stop(Expect.CUSTOM);
        });
        Node node = loaded(world, ApplicationMode.TEMPORARY, List.of(world.probe(), failing));
        Pending<ErgoException> start = world.spawn()
                .start(self -> refused(Reason.APPLICATION_STOPPING, () -> self.node().startApplication("app")));
        world.await("the member is in its init", gate::isReached);
        Pending<Duration> stop = world.spawn().start(self -> {
            Duration before = self.node().uptime();
            self.node().stopApplication("app", Duration.ofMinutes(9));
            return self.node().uptime().minus(before);
        });
        world.await("it stops", () -> state(node) == ApplicationState.STOPPING);

        gate.open();

        assertThat(start.get()).hasMessageContaining("shutdown");
        assertThat(stop.get()).isLessThan(Duration.ofMinutes(1));
        assertThat(state(node)).isEqualTo(ApplicationState.LOADED);
    }

    @BothDispatchers
    void X13_D54_memberEnds_whileTheNextIsInItsInit_countsByTheMode(World world) {
        Probe first = world.probe();
        Probe slow = world.probe();
        Node node = loaded(world, ApplicationMode.TRANSIENT, List.of(first, slow));
        SlowStart slowStart = SlowStart.of(world, slow);
        node.sendExit(first.pid(), Expect.CUSTOM).orThrow();
        first.awaitEnd();
        world.await("it stops", () -> state(node) == ApplicationState.STOPPING);

        slowStart.gate().open();

        assertThat(refused(Reason.APPLICATION_STOPPING, slowStart.start()::get)).hasMessageContaining("disk full");
        assertThat(slow.awaitEnd().outside()).isEqualTo(Reason.SHUTDOWN);
        world.await("it is loaded again", () -> state(node) == ApplicationState.LOADED);
    }

    @BothDispatchers
    void D54_allMembersEnd_whileTheyAreStarted_temporaryOneEndsNormally(World world) {
        Probe once = world.probe().inInit(self -> self.send(self.pid(), new Stop(Expect.CUSTOM)).orThrow());
        Node node = loaded(world, ApplicationMode.TEMPORARY, List.of(once));

        for (int round = 1; round <= 2; round++) {
            node.startApplication("app");
            awaitEnd(world, node, Reason.NORMAL);
            assertThat(starts).hasSize(round);
        }
    }

    @BothDispatchers
    void X13_D54_secondRun_tellsItsOwnReason(World world) {
        Probe member = world.probe();
        Node node = loaded(world, ApplicationMode.TRANSIENT, List.of(member));
        node.startApplication("app");
        node.sendExit(member.pid(), Expect.CUSTOM).orThrow();
        awaitEnd(world, node, Expect.CUSTOM);

        node.startApplication("app");
        node.sendExit(member.pid(), Reason.SHUTDOWN).orThrow();
        awaitEnd(world, node, Reason.NORMAL);
    }

    @BothDispatchers
    void stop_byAMember_returnsAtOnceAndHappensElsewhere(World world) {
        List<Probe> members = List.of(world.probe(), world.probe());
        Node node = loaded(world, ApplicationMode.PERMANENT, members);
        node.startApplication("app");

        members.getFirst().in(self -> {
            self.node().stopApplication("app", LONG);
            return "";
        });

        awaitEnd(world, node, Reason.SHUTDOWN);
        members.forEach(member -> assertThat(member.awaitEnd().outside()).isEqualTo(Reason.SHUTDOWN));
    }

    @BothDispatchers
    void stopForce_byAChildOfAMember_killsItToo(World world) {
        Probe member = world.probe();
        Node node = loaded(world, ApplicationMode.PERMANENT, List.of(member));
        node.startApplication("app");
        Probe child = world.probe().spawnedBy(member, SpawnOptions.defaults().withLinks(true, false));

        child.start(self -> {
            self.node().stopApplicationForce("app");
            return self;
        });

        awaitEnd(world, node, Reason.KILL);
        assertThat(member.awaitEnd()).isEqualTo(Reason.KILL);
        child.awaitEnd();
    }

    @BothDispatchers
    void D53_stopForce_whileItIsStopping_endsItWithKill(World world) {
        Probe trapping = world.probe().onTerminate((_, _) -> {});
        Node node = loaded(world, ApplicationMode.PERMANENT, List.of(world.probe(), trapping));
        node.startApplication("app");
        Gate gate = trapping.block();
        refused(Reason.APPLICATION_STOPPING, () -> node.stopApplication("app", Duration.ofMillis(20)));
        refused(Reason.APPLICATION_STOPPING, () -> node.stopApplicationForce("app"));
        assertThat(node.applicationInfo("app").orElseThrow().group()).containsExactly(trapping.pid());

        gate.open();

        awaitEnd(world, node, Reason.KILL);
    }

    @BothDispatchers
    void D51_logLevel_ofTheStart_elseOfTheSpecification_elseOfTheNode(World world) {
        Node node = world.start("demo@localhost", builder -> builder.logLevel(LogLevel.ERROR));
        Probe plain = world.probe();
        Probe own = world.probe();
        Probe base = world.probe();
        ApplicationSpec.Member talkative = new ApplicationSpec.Member("member1", own.factory(),
                SpawnOptions.defaults().withLogLevel(LogLevel.TRACE), Args.none());
        node.loadApplication(
                ApplicationSpec.of("app", member("member0", plain), talkative).withLogLevel(LogLevel.WARNING)
                        .dependingOn("base"));
        node.loadApplication(ApplicationSpec.of("base", member("base0", base)));

        node.startApplication("app");
        Probe child = world.probe().spawnedBy(plain, SpawnOptions.defaults());
        assertThat(node.logLevel(plain.pid())).isEqualTo(LogLevel.WARNING);
        assertThat(node.logLevel(child.pid())).isEqualTo(LogLevel.WARNING);
        assertThat(node.logLevel(own.pid())).isEqualTo(LogLevel.TRACE);
        assertThat(node.logLevel(base.pid())).isEqualTo(LogLevel.ERROR);

        node.stopApplication("app", LONG);
        node.stopApplication("base", LONG);
        node.startApplication("app", ApplicationOptions.defaults().withLogLevel(LogLevel.DEBUG));
        assertThat(node.logLevel(plain.pid())).isEqualTo(LogLevel.DEBUG);
        assertThat(node.logLevel(own.pid())).isEqualTo(LogLevel.TRACE);
        assertThat(node.logLevel(base.pid())).isEqualTo(LogLevel.DEBUG);
        refused(Reason.INCORRECT, () -> ApplicationOptions.defaults().withLogLevel(Expect.nothing()));
        refused(Reason.INCORRECT, () -> spec("other", world.probe()).withLogLevel(Expect.nothing()));
    }
}
