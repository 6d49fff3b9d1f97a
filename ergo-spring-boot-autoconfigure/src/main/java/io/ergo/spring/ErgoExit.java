package io.ergo.spring;

/**
 * Ends the JVM, for nobody but {@code ergo.node.exit-on-timeout}. A bean of yours takes the place of ours: to do something else, or
 * nothing, with the code.
 */
@FunctionalInterface
public interface ErgoExit {

    /**
     * Ends the JVM, soon, with the code. Called while the context closes, so it must not wait for that.
     *
     * @param code 1 after a stop of the node that hit its time-out
     */
    void exit(int code);
}
