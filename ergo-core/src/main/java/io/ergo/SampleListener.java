package io.ergo;

/**
 * Is told times of one in N messages while it is attached to a node, see {@link Node#sample}. Runs on the worker of the process and must
 * be quick, must not block and must not throw.
 */
public interface SampleListener {

    /**
     * A sampled message was handled.
     *
     * @param behavior class name of the process's behaviour
     * @param mailboxNanos how long it waited in the mailbox, in nanoseconds
     * @param handlerNanos how long its handler took, in nanoseconds
     */
    void handled(String behavior, long mailboxNanos, long handlerNanos);
}
