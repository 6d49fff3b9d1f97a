package io.ergo.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import io.ergo.ApplicationMode;
import io.ergo.ApplicationOptions;
import io.ergo.ApplicationSpec;
import io.ergo.ApplicationState;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Reason;
import io.ergo.Stop;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Applications that depend on each other: order of starts and stops, circles, what a failed start leaves. */
class ApplicationDependencyTest extends ApplicationFixture {

    private final List<String> story = new CopyOnWriteArrayList<>();

    /** An application of one member, named after it, that writes its start and end down. */
    private ApplicationSpec app(World world, String name, String... dependencies) {
        return app(name, world.probe(), dependencies);
    }

    private ApplicationSpec app(String name, Probe member, String... dependencies) {
        ApplicationSpec.Callbacks telling = new ApplicationSpec.Callbacks() {
            @Override
            public void started(Node node, ApplicationMode mode) {
                story.add("+" + name);
            }

            @Override
            public void terminated(Node node, Reason reason) {
                story.add("-" + name);
            }
        };
        return ApplicationSpec.of(name, member(name + ".member", member)).dependingOn(dependencies)
                .withCallbacks(telling);
    }

    private static Probe failing(World world) {
        return world.probe().inInit(_ -> {
            throw new Stop(Expect.CUSTOM);
        });
    }

    private static ApplicationState state(Node node, String name) {
        return node.applicationInfo(name).orElseThrow().state();
    }

    @BothDispatchers
    void L12_5_dependency_notLoaded_failsAndLoadedIsStartedFirst(World world) {
        Node node = world.node();
        node.loadApplication(app(world, "a", "b"));

        ErgoException refusal = refused(Reason.APPLICATION_DEPENDS, () -> node.startApplication("a"));
        assertThat(refusal).hasMessageContaining("a → b, and 'b' is not loaded");
        assertThat(state(node, "a")).isEqualTo(ApplicationState.LOADED);

        node.loadApplication(app(world, "b"));
        node.startApplication("a");

        assertThat(story).containsExactly("+b", "+a");
        assertThat(node.runningApplications()).containsExactly("a", "b");
        assertThat(node.applicationInfo("a").orElseThrow().depends().applications()).containsExactly("b");
    }

    @BothDispatchers
    void D52_dependency_everyWayToStart_isStartedInItsOwnMode(World world) {
        Node node = world.node();
        node.loadApplication(app(world, "a", "b"));
        node.loadApplication(app(world, "b").withMode(ApplicationMode.TRANSIENT));

        List<Runnable> ways = List.of(() -> node.startApplication("a"),
                () -> node.startApplication("a", ApplicationMode.PERMANENT),
                () -> node.startApplication("a", ApplicationOptions.defaults().withEnv(Map.of("COLOR", "red"))));
        for (Runnable way : ways) {
            way.run();
            assertThat(state(node, "b")).isEqualTo(ApplicationState.RUNNING);
            assertThat(node.applicationInfo("b").orElseThrow().mode()).isEqualTo(ApplicationMode.TRANSIENT);
            node.stopApplication("a", LONG);
            node.stopApplication("b", LONG);
        }
    }

    @BothDispatchers
    void dependency_ofDependencies_startOnceInOrder_runningOnesAreLeftAlone(World world) {
        Node node = world.node();
        node.loadApplication(app(world, "top", "left", "right"));
        node.loadApplication(app(world, "left", "base"));
        node.loadApplication(app(world, "right", "base"));
        node.loadApplication(app(world, "base"));
        node.startApplication("right");
        assertThat(story).containsExactly("+base", "+right");

        node.startApplication("top");

        assertThat(story).containsExactly("+base", "+right", "+left", "+top");
    }

    @BothDispatchers
    void D72_dependency_inACircle_isRefusedWithTheCircle(World world) {
        Node node = world.node();
        node.loadApplication(app(world, "start", "a"));
        node.loadApplication(app(world, "a", "b"));
        node.loadApplication(app(world, "b", "c"));
        node.loadApplication(app(world, "c", "a"));
        node.loadApplication(app(world, "selfish", "selfish"));

        assertThat(refused(Reason.APPLICATION_DEPENDS, () -> node.startApplication("start")))
                .hasMessageContaining("start of 'start'").hasMessageContaining("in a circle, a → b → c → a");
        assertThat(refused(Reason.APPLICATION_DEPENDS, () -> node.startApplication("selfish")))
                .hasMessageContaining("selfish → selfish");
        assertThat(node.runningApplications()).isEmpty();
        assertThat(node.processes()).isEmpty();
    }

    @BothDispatchers
    void dependency_fails_whatThisStartStartedIsStoppedAgain(World world) {
        Node node = world.node();
        node.loadApplication(app(world, "a", "one", "there", "two", "bad"));
        node.loadApplication(app(world, "one"));
        node.loadApplication(app(world, "there"));
        node.loadApplication(app(world, "two", "one"));
        node.loadApplication(app("bad", failing(world)));
        node.startApplication("there");
        story.clear();

        ErgoException refusal = refused(Reason.APPLICATION_DEPENDS, () -> node.startApplication("a"));

        assertThat(refusal).hasMessageContaining("a → bad").hasMessageContaining("disk full");
        assertThat(story).containsExactly("+one", "+two", "-two", "-one");
        assertThat(node.runningApplications()).containsExactly("there");
        assertThat(state(node, "a")).isEqualTo(ApplicationState.LOADED);
    }

    @BothDispatchers
    void memberOfTheApplicationFails_itsDependenciesAreStoppedAndTheReasonIsTheMembers(World world) {
        Node node = world.node();
        node.loadApplication(app("a", failing(world), "b"));
        node.loadApplication(app(world, "b"));

        refused(Expect.CUSTOM, () -> node.startApplication("a"));

        assertThat(story).containsExactly("+b", "-b");
        world.await("nothing is left", () -> node.audit().isClean());
    }

    @BothDispatchers
    void start_fails_dependencyThatAnotherCameToNeed_staysUp(World world) {
        Node node = world.node();
        Gate gate = world.gate();
        Probe late = world.probe().inInit(_ -> {
            gate.pass();
            throw new Stop(Expect.CUSTOM);
        });
        node.loadApplication(app("fails", late, "shared"));
        node.loadApplication(app(world, "works", "shared"));
        node.loadApplication(app(world, "shared"));
        Pending<ErgoException> failing = world.spawn()
                .start(self -> refused(Expect.CUSTOM, () -> self.node().startApplication("fails")));
        world.await("the member is in its init", gate::isReached);

        node.startApplication("works");
        gate.open();

        assertThat(failing.get()).isNotNull();
        assertThat(node.runningApplications()).containsExactlyInAnyOrder("works", "shared");
    }

    @BothDispatchers
    void dependency_startedByAnother_isWaitedFor(World world) {
        Node node = world.node();
        Gate gate = world.gate();
        Probe slow = world.probe().inInit(_ -> {
            gate.pass();
            return "";
        });
        node.loadApplication(app("b", slow));
        node.loadApplication(app(world, "a", "b"));
        Pending<String> first = starts(world, "b");
        world.await("the member is in its init", gate::isReached);
        Pending<String> second = starts(world, "a");
        world.await("it waits", () -> node.processes().size() == 3);
        assertThat(state(node, "a")).isEqualTo(ApplicationState.LOADED);

        gate.open();

        assertThat(first.get()).isEqualTo("b");
        assertThat(second.get()).isEqualTo("a");
        assertThat(story).containsExactlyInAnyOrder("+b", "+a");
    }

    private static Pending<String> starts(World world, String name) {
        return world.spawn().start(self -> {
            self.node().startApplication(name);
            return name;
        });
    }

    @BothDispatchers
    void start_byAMemberOfTheDependencyInItsInit_isRefusedAtOnce(World world) {
        Node node = world.node();
        List<ErgoException> refusals = new CopyOnWriteArrayList<>();
        Probe member = world.probe().inInit(self -> refusals
                .add(refused(Reason.APPLICATION_DEPENDS, () -> self.node().startApplication("a"))));
        node.loadApplication(app("b", member));
        node.loadApplication(app(world, "a", "b"));

        node.startApplication("b");

        assertThat(refusals).singleElement().asString().contains("'b' is not started before the process that asks");
        assertThat(node.runningApplications()).containsExactly("b");
    }

    @BothDispatchers
    void dependency_stopping_isRefused(World world) {
        Node node = world.node();
        Probe stuck = world.probe();
        node.loadApplication(app("b", stuck));
        node.loadApplication(app(world, "a", "b"));
        node.startApplication("b");
        Gate gate = stuck.block();
        refused(Reason.APPLICATION_STOPPING, () -> node.stopApplication("b", Duration.ofMillis(20)));

        assertThat(refused(Reason.APPLICATION_DEPENDS, () -> node.startApplication("a")))
                .hasMessageContaining("'b' is stopping");

        gate.open();
        world.await("it has stopped", () -> state(node, "b") == ApplicationState.LOADED);
        node.startApplication("a");
    }

    @BothDispatchers
    void env_ofTheStart_isAlsoTheDependencies(World world) {
        Node node = world.start("demo@localhost", builder -> builder.env(Map.of("A", 1, "B", 1, "C", 1)));
        Probe base = world.probe();
        Probe top = world.probe();
        node.loadApplication(app("base", base).withEnv(Map.of("B", 2, "C", 2)));
        node.loadApplication(app("top", top, "base").withEnv(Map.of("b", 3)));
        node.setEnv("D", "set after the load");

        node.startApplication("top", ApplicationOptions.defaults().withEnv(Map.of("c", 4)));

        assertThat(base.context().env()).isEqualTo(Map.of("A", 1, "B", 2, "C", 4, "D", "set after the load"));
        assertThat(top.context().env()).isEqualTo(Map.of("A", 1, "B", 3, "C", 4, "D", "set after the load"));
    }

    @BothDispatchers
    void stop_ofADependency_isAllowedAndLogged(World world) {
        Node node = world.node();
        node.loadApplication(app(world, "a", "b"));
        node.loadApplication(app(world, "b"));
        node.startApplication("a");

        try (Logged log = Logged.byNodes()) {
            node.stopApplication("b", LONG);
            assertThat(log.messages(Level.WARN, "'b' is stopped, although others depend on it and go on: [a]"))
                    .hasSize(1);
        }

        assertThat(node.runningApplications()).containsExactly("a");
        node.stopApplication("a", LONG);
        node.unloadApplication("b");
        refused(Reason.APPLICATION_DEPENDS, () -> node.startApplication("a"));
    }

    @BothDispatchers
    void D81_network_needed_isRefusedAtLoad(World world) {
        Node node = world.node();
        ApplicationSpec needs = app(world, "a").withDepends(new ApplicationSpec.Depends(List.of(), true));

        assertThat(refused(Reason.APPLICATION_DEPENDS, () -> node.loadApplication(needs)))
                .hasMessageContaining("'a', which needs the network");
        assertThat(node.applications()).isEmpty();
    }

    @BothDispatchers
    void D73_nodeStop_dependantsFirst_alsoIfTheDependencyWasStartedAgain(World world) {
        Node node = world.node();
        node.loadApplication(app(world, "top", "middle"));
        node.loadApplication(app(world, "middle", "base"));
        node.loadApplication(app(world, "base"));
        node.loadApplication(app(world, "other"));
        node.startApplication("top");
        node.startApplication("other");
        node.stopApplication("base", LONG);
        node.startApplication("base");
        story.clear();

        assertThat(node.stop()).isTrue();

        assertThat(story).containsExactly("-other", "-top", "-middle", "-base");
    }

    @BothDispatchers
    void nodeStart_dependencyListedLater_startsOnce(World world) {
        Node node = world.start("demo@localhost",
                builder -> builder.application(app(world, "a", "b")).application(app(world, "b"))
                        .application(app(world, "c")));

        assertThat(story).containsExactly("+b", "+a", "+c");
        assertThat(node.applications()).containsExactly("a", "b", "c");
    }

    @BothDispatchers
    void nodeStart_applicationFails_stopsTheNodeWithTheReason(World world) {
        Probe first = world.probe();
        try (Logged log = Logged.byNodes()) {
            refused(Expect.CUSTOM, () -> world.start("demo@localhost",
                    builder -> builder.application(app("a", first)).application(app("bad", failing(world)))));
            assertThat(log.messages(Level.ERROR, "an application could not be started: disk full")).hasSize(1);
        }
        assertThat(first.awaitEnd()).isEqualTo(Reason.KILL);

        refused(Reason.APPLICATION_DEPENDS,
                () -> world.start("demo@localhost", builder -> builder.application(app(world, "a", "nobody"))));
    }
}
