package io.ergo.engine.process;

import io.ergo.Args;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.Stop;
import io.ergo.engine.log.LogOptions;
import io.ergo.engine.mailbox.Envelope;
import io.ergo.engine.mailbox.QueueKind;

/** A real process of a real kernel that runs when the test says so. All tests of a JVM share the kernel, each cleans up what it spawned. */
final class StressProcess {

    static final Kernel KERNEL = new Kernel("stress@localhost", 1, new StressDispatcher(), thrown -> {},
            false, LogOptions.defaults());
    private static final Pid SENDER = KERNEL.core();

    final LocalProcess process;
    final StressBehavior behavior = new StressBehavior(null);
    final StressCarrier carrier = new StressCarrier(behavior);

    private StressProcess(SpawnOptions options) {
        spawn(behavior, options);
        process = behavior.process();
    }

    /** Spawns on the calling thread, init included. */
    static void spawn(StressBehavior behavior, SpawnOptions options) {
        KERNEL.spawn(() -> behavior, options, Args.none(), KERNEL.coreOrigin(Variables.none()));
    }

    /** Returns a process that sleeps. */
    static StressProcess asleep() {
        return new StressProcess(SpawnOptions.defaults());
    }

    /** Returns a process that was woken by a message. */
    static StressProcess ready(QueueKind queue, Object message) {
        StressProcess ready = asleep();
        ready.send(queue, message);
        return ready;
    }

    void send(QueueKind queue, Object message) {
        process.deliver(new Envelope(SENDER, process.pid, message), queue, null);
    }

    void kill() {
        process.kill();
    }

    /** Runs a batch, as a worker does. */
    void run() {
        process.run(carrier);
        carrier.over();
    }

    /** Runs batch after batch, as workers do: a batch also ends while a sender is between its two steps. */
    void runUntilAsleep() {
        while (process.run(carrier)) {
            Thread.onSpinWait();
        }
    }

    /** Ends the process, whatever became of it, and takes it out of the kernel. */
    void end() {
        end(process, carrier);
    }

    static void end(LocalProcess process, StressCarrier carrier) {
        if (!process.isTerminated()) {
            process.kill();
            process.run(carrier);
        }
    }

    /** Returns a message that ends its receiver. */
    static StressBehavior.Action stop() {
        return process -> {
            throw new Stop(Reason.SHUTDOWN);
        };
    }
}
