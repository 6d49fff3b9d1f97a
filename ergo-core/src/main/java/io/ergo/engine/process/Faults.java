package io.ergo.engine.process;

import java.util.function.Consumer;

/**
 * What leaves the code of users although it should not. An exception ends its process; errors of the virtual machine are told to the node's
 * handler besides. With the system property {@code ergo.norecover}, read when the node starts, anything is told and the node is stopped by
 * force: nothing is restarted, and the fault is seen once, where it happened. Any thread.
 */
final class Faults {

    private final Kernel kernel;
    private final Consumer<Throwable> handler;
    private final boolean noRecover;

    Faults(Kernel kernel, Consumer<Throwable> handler) {
        this.kernel = kernel;
        this.handler = handler;
        this.noRecover = Boolean.getBoolean("ergo.norecover");
    }

    /** Something left a factory or a callback. */
    void escaped(Throwable thrown) {
        if (noRecover) {
            uncaught(thrown);
            kernel.log.error("node {} is stopped: something left a callback, and ergo.norecover is set", kernel.name);
            kernel.refuseSpawns(); // here and now, or a supervisor would be faster
            kernel.dispatcher.aside("ergo-norecover", kernel.node()::stopForce);
        } else if (thrown instanceof VirtualMachineError) {
            uncaught(thrown);
        }
    }

    /** Tells the node's handler. */
    void uncaught(Throwable thrown) {
        try {
            handler.accept(thrown);
        } catch (RuntimeException | Error failed) {
            kernel.report("the handler of uncaught errors threw", failed);
        }
    }
}
