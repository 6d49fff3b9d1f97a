package io.ergo.conformance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import ch.qos.logback.classic.Level;
import io.ergo.ApplicationMode;
import io.ergo.ApplicationSpec;
import io.ergo.ApplicationState;
import io.ergo.Node;
import io.ergo.Reason;

import static org.assertj.core.api.Assertions.assertThat;

/** Callbacks of applications that hang, stop things, or come too early: they hold up nobody. */
class ApplicationCallbackTest extends ApplicationFixture {

    /** For members to end; what hangs takes all of it. */
    private static final Duration ENOUGH = Duration.ofSeconds(1);

    private final List<String> story = new CopyOnWriteArrayList<>();

    private Node withCallbacks(World world, Consumer<Node> atStart, Consumer<Node> atEnd, Probe... members) {
        Node node = world.node();
        node.loadApplication(spec("app", members).withCallbacks(new ApplicationSpec.Callbacks() {
            @Override
            public void started(Node running, ApplicationMode mode) {
                story.add("start begins");
                atStart.accept(running);
                story.add("start ends");
            }

            @Override
            public void terminated(Node stopping, Reason reason) {
                story.add("end begins");
                atEnd.accept(stopping);
                story.add("end ends");
            }
        }));
        return node;
    }

    private static ApplicationState state(Node node) {
        return node.applicationInfo("app").orElseThrow().state();
    }

    @BothDispatchers
    void endCallback_hangs_applicationIsLoadedAndStartsAgain(World world) {
        Gate gate = world.gate();
        Probe member = world.probe();
        Node node = withCallbacks(world, _ -> {}, _ -> gate.pass(), member);
        node.startApplication("app");

        try (Logged log = Logged.byNodes()) {
            node.stopApplication("app", ENOUGH);
            assertThat(log.messages(Level.WARN, "'app': the callback for its end has not returned yet")).hasSize(1);
        }

        assertThat(state(node)).isEqualTo(ApplicationState.LOADED);
        assertThat(node.processes()).isEmpty();
        node.startApplication("app");
        assertThat(state(node)).isEqualTo(ApplicationState.RUNNING);
        gate.open();
        world.await("it returns", () -> story.contains("end ends"));
    }

    @BothDispatchers
    void endCallback_hangs_nodeStopsNevertheless(World world) {
        Gate gate = world.gate();
        Node node = withCallbacks(world, _ -> {}, _ -> gate.pass(), world.probe());
        node.startApplication("app");

        assertThat(node.stop()).isTrue();

        assertThat(node.isAlive()).isFalse();
        assertThat(node.audit().processes()).isEmpty();
    }

    @BothDispatchers
    void startCallback_hangs_nodeStopsNevertheless(World world) {
        Gate gate = world.gate();
        Node node = withCallbacks(world, _ -> gate.pass(), _ -> {}, world.probe());
        Probe starter = world.spawn();
        starter.start(self -> {
            self.node().startApplication("app");
            return self;
        });
        world.await("the callback hangs", gate::isReached);
        Probe stopper = world.spawn();
        stopper.in(self -> self.node().stop()); // goes on elsewhere

        world.await("the members are gone", () -> node.pidOf("member0").isEmpty());
        gate.open();
        world.await("the node stops", () -> StopTest.isStopped(node));
        assertThat(starter.awaitEnd().outside()).isIn(Reason.SHUTDOWN, Reason.KILL);
    }

    @BothDispatchers
    void startCallback_stillRuns_endIsToldAfterIt(World world) {
        Gate gate = world.gate();
        Node node = withCallbacks(world, _ -> gate.pass(), _ -> {}, world.probe());
        Pending<String> start = world.spawn().start(self -> {
            self.node().startApplication("app");
            return "started";
        });
        world.await("the callback hangs", gate::isReached);

        node.stopApplication("app", ENOUGH);
        assertThat(state(node)).isEqualTo(ApplicationState.LOADED);
        assertThat(story).containsExactly("start begins");
        gate.open();

        assertThat(start.get()).isEqualTo("started");
        world.await("the end is told", () -> story.size() == 4);
        assertThat(story).containsExactly("start begins", "start ends", "end begins", "end ends");
    }

    @BothDispatchers
    void callbacks_stopTheirApplication_doNotWaitForThemselves(World world) {
        Node node = withCallbacks(world, running -> running.stopApplication("app", LONG),
                stopping -> stopping.stopApplication("app", LONG), world.probe());

        Duration before = node.uptime();
        node.startApplication("app");

        world.await("the end is told", () -> story.size() == 4);
        assertThat(node.uptime().minus(before)).isLessThan(LONG);
        assertThat(state(node)).isEqualTo(ApplicationState.LOADED);
    }

    @BothDispatchers
    void endCallback_stopsTheNode_nodeStops(World world) {
        Probe member = world.probe();
        Node node = withCallbacks(world, _ -> {}, Node::stop, member);
        Probe other = world.spawn();
        node.startApplication("app");

        node.sendExit(member.pid(), Reason.SHUTDOWN).orThrow();

        world.await("the node stops", () -> StopTest.isStopped(node));
        assertThat(other.awaitEnd().outside()).isEqualTo(Reason.SHUTDOWN);
    }

    @BothDispatchers
    void nodeStop_applicationThatEndedJustBefore_isWaitedFor(World world) {
        Probe member = world.probe();
        Node node = withCallbacks(world, _ -> {}, _ -> {}, member);
        node.startApplication("app");
        node.sendExit(member.pid(), Reason.SHUTDOWN).orThrow();
        world.await("it ends", () -> state(node) == ApplicationState.LOADED);

        node.stop();

        assertThat(story).containsExactly("start begins", "start ends", "end begins", "end ends");
    }
}
