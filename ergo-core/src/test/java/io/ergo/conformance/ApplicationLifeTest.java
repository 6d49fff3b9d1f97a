package io.ergo.conformance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import io.ergo.ApplicationMode;
import io.ergo.ApplicationSpec;
import io.ergo.ApplicationState;
import io.ergo.ErgoException;
import io.ergo.MessageDownPid;
import io.ergo.Node;
import io.ergo.Reason;
import io.ergo.Stop;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Applications beyond the reference: members that fail, hang or end at once, order, modes of one run. */
class ApplicationLifeTest extends ApplicationFixture {

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
    void X13_start_lastMemberFails_nothingIsLeftAndItsReasonIsThrown(World world) {
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
            startOrStopped(node, mode);
            world.await("the application ends",
                    () -> node.applicationInfo("app").orElseThrow().state() == ApplicationState.LOADED);
            world.await("the terminate callbacks return", () -> node.audit().processes().isEmpty());
        }
        node.unloadApplication("app");
    }

    private static void startOrStopped(Node node, ApplicationMode mode) {
        try {
            node.startApplication("app", mode);
        } catch (ErgoException quick) { // it ended before the last member was spawned
            assertThat(quick.reason()).isEqualTo(Reason.APPLICATION_STOPPING);
        }
    }

    @BothDispatchers
    void X13_stop_memberStuck_timesOutAndForceEndsIt(World world) {
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
    void X13_stopForce_killsTheMembers(World world) {
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

    @BothDispatchers
    void stop_fromInsideTakesTooLong_isLogged(World world) {
        Probe stuck = world.probe();
        Probe stopper = world.probe();
        Node node = loaded(world, ApplicationMode.TEMPORARY, List.of(stuck, stopper));
        node.startApplication("app");
        Gate gate = stuck.block();

        try (Logged log = Logged.byNodes()) {
            stopper.in(self -> {
                self.node().stopApplication("app", Duration.ofMillis(30));
                return self;
            });
            world.advance(Duration.ofMillis(100));
            world.await("it is told", () -> log.messages(Level.WARN, "'app' did not end within PT0.03S").size() == 1);
        }

        gate.open();
        awaitEnd(world, node, Reason.SHUTDOWN);
    }
}
