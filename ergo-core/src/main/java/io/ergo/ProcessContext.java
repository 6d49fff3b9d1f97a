package io.ergo;

/**
 * What a process can do, handed to its behaviour. It belongs to one process. The identity and the getters may be asked on any thread and in
 * any state; all else is allowed only on the thread that runs {@code init} or a callback of this process ({@link Reason#NOT_ALLOWED}
 * otherwise). Inside the terminate callback sending is the only thing still allowed. The roles it is made of can be faked one by one.
 */
public interface ProcessContext
        extends
            Sending,
            Calling,
            Requesting,
            Inspecting,
            Spawning,
            Linking,
            Naming,
            Timing,
            Settings,
            Environment {

    /** Returns the identity of this process. */
    Pid pid();

    /** Returns the node, as it runs: after a restart of the node this one is stopped for ever. */
    Node node();

    /** Returns who spawned this process; for those spawned by the node its core pid. */
    Pid parent();

    /** Returns the head of the group this process belongs to. */
    Pid leader();

    /** Returns the name of the application this process belongs to, empty if none. */
    String application();

    /** Returns the state. */
    ProcessState state();

    /** Returns the time since the process was spawned, in whole seconds. */
    long uptimeSeconds();

    /**
     * Returns the log of this process. To SLF4J it writes with the logger of the behaviour's class, with the MDC keys {@code ergo.node},
     * {@code ergo.pid}, {@code ergo.name} and {@code ergo.application} around each write.
     */
    Log log();
}
