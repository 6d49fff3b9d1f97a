package io.ergo.conformance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

import io.ergo.Node;
import io.ergo.NodeAudit;
import io.ergo.ProcessShortInfo;
import io.ergo.ProcessState;
import io.ergo.SpawnOptions;
import io.ergo.engine.NodeBuilder;
import io.ergo.spi.Dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

/** The nodes of one test, the time they live in, and the search for what they leave behind. Used by the thread of the test. */
final class World {

    static final String NODE = "demo@localhost";

    private final Drive drive;
    private final List<Node> nodes = new CopyOnWriteArrayList<>();
    private final List<Gate> gates = new CopyOnWriteArrayList<>();
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();

    World(Drive drive) {
        this.drive = drive;
    }

    /** Returns the first node, started with defaults if there is none yet. */
    Node node() {
        return nodes.isEmpty() ? start(NODE, builder -> builder) : nodes.getFirst();
    }

    /** Starts a node. */
    Node start(String name, UnaryOperator<NodeBuilder> with) {
        return started(with.apply(drive.prepare(builder(name))));
    }

    /** Starts the first node with something around its dispatcher. */
    Node startAround(UnaryOperator<Dispatcher> around) {
        return started(drive.prepare(builder(NODE), around));
    }

    private NodeBuilder builder(String name) {
        return NodeBuilder.named(name).uncaughtHandler(uncaught::add);
    }

    private Node started(NodeBuilder builder) {
        Node node = builder.start();
        nodes.add(node);
        return node;
    }

    /** Returns a process to be. */
    Probe probe() {
        return new Probe(this);
    }

    /** Spawns a recording process on the first node. */
    Probe spawn() {
        return probe().spawn();
    }

    /** Spawns a recording process with options on the first node. */
    Probe spawn(SpawnOptions options) {
        return probe().spawn(options);
    }

    /** Makes a closed gate; it opens at the end of the test at the latest. */
    Gate gate() {
        Gate gate = drive.gate();
        gates.add(gate);
        return gate;
    }

    /** Lets the world go on until the condition holds. */
    void await(String what, BooleanSupplier condition) {
        drive.await(what, condition);
    }

    /** Lets the time pass by the duration: virtual in simulation, real on threads; what is due by then has been done. */
    void advance(Duration duration) {
        Probe clock = spawn();
        clock.in(self -> self.sendAfter(self.pid(), "passed", duration));
        await(duration + " have passed", () -> clock.messages().contains("passed"));
        clock.end();
    }

    /** Lets the world go on until all processes sleep with empty mailboxes. */
    void settle() {
        await("all processes sleep", () -> nodes.stream().allMatch(World::sleeps));
    }

    private static boolean sleeps(Node node) {
        return !node.isAlive() || node.processes(0, Integer.MAX_VALUE).stream().allMatch(World::sleeps);
    }

    private static boolean sleeps(ProcessShortInfo process) {
        return process.mailboxDepth() == 0 && process.state() == ProcessState.SLEEP;
    }

    /** Returns what was given to the nodes' handler of uncaught errors. */
    List<Throwable> uncaught() {
        return uncaught;
    }

    boolean isThreaded() {
        return drive.isThreaded();
    }

    /** Stops all nodes and fails if one of them still holds something. */
    void finish() {
        gates.forEach(Gate::open);
        for (Node node : nodes) {
            node.stop();
            await("everything is released, left is " + node.audit(), () -> node.audit().isClean());
        }
        drive.close();
        for (Node node : nodes) {
            await("the workers end", () -> node.audit().workers() == 0);
            NodeAudit left = node.audit();
            assertThat(left.isClean()).as("%s", left).isTrue();
        }
    }

    /** Ends what runs after a failed test, without looking at it. */
    void abandon() {
        gates.forEach(Gate::open);
        nodes.forEach(Node::stopForce);
        drive.close();
    }
}
