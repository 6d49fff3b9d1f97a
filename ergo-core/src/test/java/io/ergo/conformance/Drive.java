package io.ergo.conformance;

import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

import io.ergo.engine.NodeBuilder;
import io.ergo.spi.Dispatcher;

/** What differs between a world of threads and a simulated one. */
interface Drive {

    /** Returns the builder, set up for this world. */
    NodeBuilder prepare(NodeBuilder builder);

    /** Returns the builder, set up for this world with something around its dispatcher. */
    NodeBuilder prepare(NodeBuilder builder, UnaryOperator<Dispatcher> around);

    /** Lets the world go on until the condition holds; fails after a time that is long for it. */
    void await(String what, BooleanSupplier condition);

    /** Makes a closed gate. */
    Gate gate();

    /** Returns whether threads really run at the same time. */
    boolean isThreaded();

    /** Ends what belongs to the drive, and fails if that leaves a thread. */
    void close();
}
