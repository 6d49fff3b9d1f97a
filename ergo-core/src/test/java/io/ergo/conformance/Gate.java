package io.ergo.conformance;

/** Where a handler stands still until the test lets it go on. An interrupt does not open it and stays pending. */
interface Gate {

    /** Blocks the calling thread until the gate is open. */
    void pass();

    /** Opens the gate for good. */
    void open();

    /** Returns whether somebody arrived. */
    boolean isReached();
}
