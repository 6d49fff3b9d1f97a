package io.ergo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * A named runtime of processes and applications. All methods may be called on any thread; sends, calls and exit signals come from the
 * node's own pseudo-process, the "core" with pid 1. On a stopped node operations throw {@link Reason#NODE_TERMINATED}, sends return
 * {@link Delivery.Outcome#NODE_STOPPED}; {@link #name()}, {@link #pid()}, {@link #isAlive()}, {@link #creation()}, {@link #uptime()},
 * the versions, the environment, {@link #execution}, {@link #statistics()}, {@link #audit()} and the stops always work.
 *
 * <p>A thread that calls through the node while it runs a process is treated as that process where it matters: its worker is given to
 * others while it waits.
 */
public interface Node extends Sending, Calling, Inspecting, Spawning, Environment {

    /** Returns the name, {@code name@host}. */
    String name();

    /** Returns the pid of the node itself, with id 1. */
    Pid pid();

    /** Returns the start of this incarnation in seconds since the epoch; never the same for two incarnations of one name. */
    long creation();

    /** Returns the version of the program, {@link Version#none()} unless it was set. */
    Version version();

    /** Returns the version of the framework. */
    Version frameworkVersion();

    /** Returns whether the node was started and is neither stopped nor stopping. */
    boolean isAlive();

    /** Returns the time since the start, measured by a monotonic clock; zero when stopped. */
    Duration uptime();

    /**
     * Sends a request without waiting.
     *
     * @return completes on the executor of the node's options, never on a worker, with the answer or with an {@link ErgoException}
     */
    <R extends @Nullable Object> CompletableFuture<R> request(Address to, Request<R> request, Duration timeout);

    /** Sends a request that does not name the type of its answer, without waiting. */
    <R> CompletableFuture<@Nullable R> request(Address to, Object request, Class<R> type, Duration timeout);

    /** Makes a reference that is unique within this incarnation, without a deadline. */
    Ref makeRef();

    /**
     * Makes a reference that carries a deadline, rounded up to whole seconds.
     *
     * @throws ErgoException {@link Reason#INCORRECT} unless the deadline is later than now
     */
    Ref makeRefWithDeadline(Instant deadline);

    /**
     * Ends a process at once: nothing in its mailbox is handled any more, its operations are refused, a call it waits in returns. It is gone
     * as soon as a callback that is executing returns; that callback's thread is interrupted. To kill a process that ended is no error.
     *
     * @throws ErgoException {@link Reason#PROCESS_UNKNOWN} if there is no such process
     */
    void kill(Pid pid);

    /**
     * Gives a process a name.
     *
     * @throws ErgoException {@link Reason#TAKEN}, {@link Reason#PROCESS_UNKNOWN}, {@link Reason#PROCESS_TERMINATED},
     *         {@link Reason#ATOM_TOO_LONG}, {@link Reason#INCORRECT}
     */
    void registerName(String name, Pid pid);

    /**
     * Takes a name back and returns its owner.
     *
     * @throws ErgoException {@link Reason#NAME_UNKNOWN}
     */
    Pid unregisterName(String name);

    /** Returns the owner of a registered name. */
    Optional<Pid> pidOf(String name);

    /**
     * Finds a process by what a person types: a registered name, or the printed form of its pid with or without the brackets.
     */
    Optional<Pid> find(String nameOrPid);

    /**
     * Returns what the node tells of itself.
     *
     * @throws ErgoException {@link Reason#NODE_TERMINATED}
     */
    NodeInfo info();

    /** Returns what the node knows of the process, empty if there is none. */
    Optional<ProcessInfo> processInfo(Pid pid);

    /** Returns the state of the process, empty if there is none. */
    Optional<ProcessState> processState(Pid pid);

    /**
     * Returns what the process executes at this moment, with the stack of the thread that does; empty if there is no such process. One in its
     * terminate callback is found too, and a node that stops, or has left something behind, answers as well.
     */
    Optional<ProcessExecution> execution(Pid pid);

    /** Returns the pids of all processes in ascending order; the core is not among them. */
    List<Pid> processes();

    /**
     * Returns a page of processes in ascending order.
     *
     * @param fromId the first id of the page, from 1,000 on, since none is less; 0 to begin with the first process
     * @param limit how many at most, 0 for 100
     * @throws ErgoException {@link Reason#INCORRECT} for another {@code fromId} or a negative {@code limit}
     */
    List<ProcessShortInfo> processes(long fromId, int limit);

    /** Returns the log of the node itself; what is logged by the framework, too, is filtered by its level. */
    Log log();

    /** Returns who gets the records of this node's sources. */
    Loggers loggers();

    /**
     * Returns the log level of a process.
     *
     * @throws ErgoException {@link Reason#PROCESS_UNKNOWN}
     */
    LogLevel logLevel(Pid pid);

    /**
     * Sets the log level of a process.
     *
     * @throws ErgoException {@link Reason#PROCESS_UNKNOWN}, else as {@link Log#setLevel}
     */
    void setLogLevel(Pid pid, LogLevel level);

    /** Returns what a supervisor shows of itself, empty if the process is none or does not exist. */
    Optional<SupervisionInfo> supervision(Pid pid);

    /**
     * Makes an application known.
     *
     * @throws ErgoException {@link Reason#TAKEN} if the name is in use, {@link Reason#APPLICATION_DEPENDS} if it needs the network
     */
    void loadApplication(ApplicationSpec spec);

    /**
     * Makes an application known whose specification is made from arguments.
     *
     * @return its name
     * @throws ErgoException as for a specification; the reason of what the loader threw; {@link Reason#APPLICATION_LOAD_PANIC}
     */
    String loadApplication(ApplicationLoader loader, Args args);

    /**
     * Starts an application. Applications that it depends on and that do not run are started first, in their own modes; then its members in
     * order. If something fails, what was started is ended again.
     *
     * @throws ErgoException {@link Reason#APPLICATION_UNKNOWN}, {@link Reason#APPLICATION_RUNNING}, {@link Reason#APPLICATION_STATE} if it is
     *         stopping, {@link Reason#APPLICATION_STOPPING} if it was stopped, or ended by a member, before all members ran,
     *         {@link Reason#APPLICATION_DEPENDS} if a dependency is not loaded, needs itself, or failed; {@link Reason#NOT_ALLOWED} for a
     *         member with an init time-out above 15 seconds; or the reason of the member that failed
     */
    void startApplication(String name, ApplicationOptions options);

    /** Starts the application as its specification has it. */
    default void startApplication(String name) {
        startApplication(name, ApplicationOptions.defaults());
    }

    /** Starts the application in another mode than that of its specification. */
    default void startApplication(String name, ApplicationMode mode) {
        startApplication(name, ApplicationOptions.defaults().withMode(mode));
    }

    /** Stops the application with a time-out of 5 seconds. */
    default void stopApplication(String name) {
        stopApplication(name, Duration.ofSeconds(5));
    }

    /**
     * Asks the members to end with {@link Reason#SHUTDOWN}, in reverse order of their start, and waits, also for the callback. A loaded
     * application is left as it is; running ones that depend on it go on. On the thread of one of its own processes it returns at once and the
     * stop goes on elsewhere.
     *
     * @throws ErgoException {@link Reason#APPLICATION_STOPPING} if it does not end in time (it goes on stopping) or is stopping already,
     *         {@link Reason#APPLICATION_UNKNOWN}
     */
    void stopApplication(String name, Duration timeout);

    /**
     * Kills the members, also while it is stopping, and waits briefly.
     *
     * @throws ErgoException {@link Reason#APPLICATION_STOPPING} if a member does not return within 5 seconds, {@link Reason#APPLICATION_UNKNOWN}
     */
    void stopApplicationForce(String name);

    /**
     * Forgets an application that does not run.
     *
     * @throws ErgoException {@link Reason#APPLICATION_UNKNOWN}, {@link Reason#APPLICATION_RUNNING}
     */
    void unloadApplication(String name);

    /** Returns what the node knows of the application, empty if there is none. */
    Optional<ApplicationInfo> applicationInfo(String name);

    /** Returns the names of all loaded or running applications, in the order of loading. */
    List<String> applications();

    /** Returns the names of the running applications, in the order of loading. */
    List<String> runningApplications();

    /**
     * Returns the members of a running application that are there, in the order of their start, and then other processes that belong to it,
     * in ascending order.
     *
     * @param limit how many of the others at most
     * @throws ErgoException {@link Reason#INCORRECT} if the limit is negative, {@link Reason#APPLICATION_UNKNOWN}, or a reason
     *         {@code application <name> is not running}
     */
    List<ProcessShortInfo> applicationProcesses(String name, int limit);

    /** Reads the counters. */
    NodeStatistics statistics();

    /** Lists what the node still holds. */
    NodeAudit audit();

    /**
     * Attaches a listener that is told the times of one in {@code oneIn} messages; nothing is measured while none is attached. At most one
     * is attached at a time.
     *
     * @param oneIn a power of two
     * @return detaches it
     * @throws ErgoException {@link Reason#TAKEN} if one is attached, {@link Reason#INCORRECT} if {@code oneIn} is not a power of two
     */
    Runnable sample(int oneIn, SampleListener listener);

    /**
     * Stops in order: applications in reverse order of their start, then all other processes with {@link Reason#SHUTDOWN}, then waits. What
     * still runs after the node's shutdown time-out is killed and, if it does not return even then, reported and left behind. Can be called
     * on any thread; on the thread of a process it returns at once and the stop goes on elsewhere. To stop a stopped node is no error.
     *
     * @return whether all processes ended without being killed; on the thread of a process always false
     */
    boolean stop();

    /** Kills all processes and stops. */
    void stopForce();

    /**
     * Waits until the node is stopped.
     *
     * @param timeout not negative; zero asks without waiting
     * @throws ErgoException {@link Reason#TIMEOUT} if it still runs then, {@link Reason#NODE_TERMINATED} if it was stopped already
     */
    void awaitStop(Duration timeout);
}
