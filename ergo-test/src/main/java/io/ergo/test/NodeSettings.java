package io.ergo.test;

import java.util.function.UnaryOperator;

import io.ergo.engine.NodeBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How the node of a test is started.
 *
 * @param mode how it runs
 * @param seed the seed of a simulated node, null to draw one
 * @param name its name
 * @param build changes how it is built
 */
record NodeSettings(NodeMode mode, @Nullable Long seed, String name, UnaryOperator<NodeBuilder> build) {

    static NodeSettings of(ErgoTest test) {
        return new NodeSettings(test.mode(), test.seed().length == 0 ? null : test.seed()[0], test.node(),
                UnaryOperator.identity());
    }

    static NodeSettings of(NodeMode mode, @Nullable Long seed) {
        return new NodeSettings(mode, seed, TestNode.DEFAULT_NAME, UnaryOperator.identity());
    }

    NodeSettings with(UnaryOperator<NodeBuilder> more) {
        return new NodeSettings(mode, seed, name, builder -> more.apply(build.apply(builder)));
    }

    /** Starts a node; the seed given here is for settings without one. */
    TestNode start(long drawn) {
        return TestNode.start(switch (mode) {
            case THREADED -> new RealTime();
            case SIMULATED -> new VirtualTime(NodeBuilder.simulation(seed != null ? seed : drawn));
        }, name, build);
    }
}
