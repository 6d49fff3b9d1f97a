package io.ergo.test;

/** How the node of a test runs. */
public enum NodeMode {

    /**
     * One process at a time, in virtual time, in an order drawn from a seed. Nothing runs unless the test waits: a call, an expectation of a
     * probe, or a method of {@link TestNode}. Not for processes that wait for threads the node does not know.
     */
    SIMULATED,

    /** On all processors, in real time, as in production. */
    THREADED
}
