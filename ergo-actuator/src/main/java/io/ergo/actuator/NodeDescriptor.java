package io.ergo.actuator;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the endpoint tells of the node: {@code /actuator/ergo}.
 *
 * @param name name of the node
 * @param state {@code running}, {@code stopping} or {@code stopped}
 * @param creation start of this incarnation, in seconds since the epoch
 * @param uptime since the start, zero if it is stopped
 * @param version version of the program as {@code name:release[commit]}, null if it has none or the node is stopped
 * @param framework release of the framework, null if the node is stopped
 * @param counts how many there are of what
 * @param usage what the JVM uses of the machine, null if the node is stopped
 * @param applications the applications in the order of loading
 */
public record NodeDescriptor(String name, String state, long creation, Duration uptime, @Nullable String version,
        @Nullable String framework, Counts counts, @Nullable Usage usage,
        List<ApplicationSummary> applications) implements ErgoDescriptor {

    /**
     * How many there are of what; all zero if the node is stopped.
     *
     * @param processes processes
     * @param processesRunning processes that run or wait for a response
     * @param processesZombee processes that are killed but still in a callback
     * @param names registered names
     * @param aliases aliases
     * @param applications applications
     * @param applicationsRunning applications that run
     */
    public record Counts(long processes, long processesRunning, long processesZombee, long names, long aliases,
            long applications,
            long applicationsRunning) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);
    }

    /**
     * What the JVM uses of the machine, all nodes in it together.
     *
     * @param memoryUsed bytes it has from the system for its heap and for itself
     * @param memoryAlloc bytes of the objects in the heap
     * @param userTime processor time
     * @param systemTime processor time in the kernel
     */
    public record Usage(long memoryUsed, long memoryAlloc, Duration userTime, Duration systemTime) {}
}
