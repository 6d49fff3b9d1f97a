package io.ergo.spi;

import io.ergo.Args;
import io.ergo.Behavior;
import io.ergo.Reason;

/**
 * The lowest level of what a process runs; {@code Actor} and {@code Supervisor} are implementations. The engine calls the methods one at a
 * time, never two at once, on changing threads; what one call wrote the next one sees. An exception that leaves {@code start} fails the
 * spawn, one that leaves {@code handle} ends the process: {@link io.ergo.Stop} with its reason, any other with a
 * {@linkplain Reason#panic panic}.
 */
public interface ProcessBehavior extends Behavior {

    /** Runs on the spawner's thread, or aside if there is an init time-out. */
    void start(BehaviorContext context, Args args) throws Exception;

    /**
     * Handles one entry of the mailbox.
     *
     * @param entry valid until the method returns
     */
    void handle(Entry entry) throws Exception;

    /**
     * The process has ended and is no longer known; only sending is still possible. Exceptions are logged.
     *
     * @param why the full reason, see {@link Reason#outside()}
     */
    void end(Reason why) throws Exception;

    /** Returns the class that information and metrics name; another one than its own for behaviours that wrap a user's object. */
    default Class<?> behaviorClass() {
        return getClass();
    }
}
