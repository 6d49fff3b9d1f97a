package io.ergo.test;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.ergo.engine.NodeBuilder;

/** How a test waits for its node. Belongs to the thread of the test. */
sealed interface Pace permits RealTime, VirtualTime {

    /** Prepares the node to run at this pace. */
    void prepare(NodeBuilder builder);

    /** Waits until the condition holds, as long as given at most, and returns whether it does. */
    boolean await(Duration atMost, BooleanSupplier condition);

    /** Lets time pass. */
    void advance(Duration duration);

    /** Runs until nothing is ready. */
    void settle();

    /** Returns an empty inbox whose reader waits at this pace. */
    Inbox inbox();

    /** Returns what a person needs to run the same again, empty if nothing is known. */
    String replay();
}
