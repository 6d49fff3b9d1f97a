package io.ergo.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import io.ergo.Args;
import io.ergo.Behavior;
import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import io.ergo.SpawnOptions;

/** What the engine offers to kinds of behaviour beyond what a user's process needs. */
public interface BehaviorContext extends ProcessContext, Forwarding {

    /**
     * Sends an exit signal to a child without the rule that protects parents and leaders.
     *
     * @return false if there is no such process any more
     */
    boolean exitChild(Pid child, Reason reason);

    /** Kills a child that does not end by itself. */
    void killChild(Pid child);

    /** Spawns a child under the given name, both linked before it can run. */
    Pid spawnChild(Supplier<? extends Behavior> factory, SpawnOptions options, Args args);

    /** Counts a restart of a child for the statistics and logs it. */
    void restarted(String child, Reason why);

    /**
     * Sends a message of high priority to oneself after the delay. A full mailbox does not refuse it: a behaviour relies on its own reminders.
     */
    Cancellable remind(Object message, Duration delay);

    /** Returns a monotonic time in nanoseconds, for windows and back-off. */
    long nanoTime();

    /** Returns the time, for display. */
    Instant wallTime();

    /** Returns a random number from 0 to below 1; in a simulation it follows the seed. */
    double random();
}
