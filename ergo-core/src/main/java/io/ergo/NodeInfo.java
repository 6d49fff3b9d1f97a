package io.ergo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the node tells of itself: a snapshot without consistency across the components.
 *
 * @param name name of the node
 * @param creation start of this incarnation, in seconds since the epoch
 * @param uptime since the start
 * @param version version of the program, {@link Version#none()} unless it was set
 * @param framework version of the framework
 * @param env environment; empty unless the node exposes it
 * @param logLevel log level of the node
 * @param loggers who gets log records
 * @param processesTotal how many processes there are
 * @param processesRunning how many run or wait for a response
 * @param processesZombee how many are killed but still in a callback
 * @param registeredNames how many names are registered
 * @param registeredAliases how many aliases there are
 * @param applicationsTotal how many applications are loaded or running
 * @param applicationsRunning how many applications are running
 * @param memoryUsed bytes that the JVM has from the system for its heap and for itself
 * @param memoryAlloc bytes of the objects in the heap, those not collected yet included
 * @param userTime processor time of the JVM; all of it where the system does not tell the two apart
 * @param systemTime processor time that the JVM spent in the kernel
 */
public record NodeInfo(String name, long creation, Duration uptime, Version version, Version framework,
        Map<String, Object> env,
        LogLevel logLevel, List<LoggerInfo> loggers, long processesTotal,
        long processesRunning, long processesZombee, long registeredNames, long registeredAliases,
        long applicationsTotal,
        long applicationsRunning, long memoryUsed, long memoryAlloc, Duration userTime, Duration systemTime) {}
