package io.ergo.test;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

import io.ergo.Calling;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.engine.NodeBuilder;

/**
 * A node for one test, with what a test needs to wait for it. {@link #close()} stops it and fails if it leaves anything behind. JUnit is not
 * needed. All methods are for the thread of the test.
 */
public final class TestNode implements AutoCloseable {

    /** The name of a node that is given none. */
    public static final String DEFAULT_NAME = "test@localhost";

    private static final Duration PATIENCE = Calling.DEFAULT_TIMEOUT;
    private static final Duration STOP = Duration.ofSeconds(5);

    private final Node node;
    private final Pace pace;

    private TestNode(Node node, Pace pace) {
        this.node = node;
        this.pace = pace;
    }

    /**
     * Starts a node that runs on threads.
     *
     * @param build changes how it is built
     */
    public static TestNode threaded(UnaryOperator<NodeBuilder> build) {
        return start(new RealTime(), DEFAULT_NAME, build);
    }

    /**
     * Starts a simulated node.
     *
     * @param seed what the order in which processes run is drawn from
     * @param build changes how it is built, except for dispatcher and completions
     */
    public static TestNode simulated(long seed, UnaryOperator<NodeBuilder> build) {
        return start(new VirtualTime(NodeBuilder.simulation(seed)), DEFAULT_NAME, build);
    }

    static TestNode start(Pace pace, String name, UnaryOperator<NodeBuilder> build) {
        NodeBuilder builder = build.apply(NodeBuilder.named(name).shutdownTimeout(STOP));
        pace.prepare(builder);
        return new TestNode(builder.start(), pace);
    }

    /** Returns the node. */
    public Node node() {
        return node;
    }

    /** Spawns a probe. */
    public TestProbe probe() {
        return TestProbe.spawn(node, pace, SpawnOptions.defaults());
    }

    /**
     * Spawns a probe under a name that the processes under test know.
     *
     * @throws ErgoException {@link Reason#TAKEN} if a process has it
     */
    public TestProbe probe(String name) {
        return TestProbe.spawn(node, pace, SpawnOptions.named(name));
    }

    /** Waits until the condition holds, 5 seconds at most. */
    public void await(String what, BooleanSupplier condition) {
        await(what, PATIENCE, condition);
    }

    /**
     * Waits until the condition holds. On a simulated node time passes in steps meanwhile: a hundredth of what has passed, at least a
     * millisecond.
     *
     * @param what the condition in words, for the error
     * @param atMost how long, virtual time on a simulated node
     * @throws AssertionError if it does not hold by then
     */
    public void await(String what, Duration atMost, BooleanSupplier condition) {
        if (!pace.await(atMost, condition)) {
            throw new AssertionError(what + ": not within " + atMost);
        }
    }

    /**
     * Lets virtual time pass, running what becomes due.
     *
     * @throws ErgoException {@link Reason#UNSUPPORTED} unless the node is simulated
     */
    public void advance(Duration duration) {
        pace.advance(duration);
    }

    /**
     * Runs until nothing is ready; no time passes.
     *
     * @throws ErgoException {@link Reason#UNSUPPORTED} unless the node is simulated
     */
    public void settle() {
        pace.settle();
    }

    /** Returns how to run the same again: the seed of a simulated node; empty for one that runs on threads. */
    public String replay() {
        return pace.replay();
    }

    /**
     * Stops the node.
     *
     * @throws AssertionError if processes had to be killed, or anything is left: processes, names, aliases, relations, timers, calls, threads
     */
    @Override
    public void close() {
        Leaks.check(node, pace);
    }
}
