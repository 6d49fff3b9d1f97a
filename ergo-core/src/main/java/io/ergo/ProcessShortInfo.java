package io.ergo;

import java.time.Duration;

/**
 * The short form of {@link ProcessInfo}, for lists.
 *
 * @param pid the identity
 * @param name the registered name, empty if none
 * @param application the application it belongs to, empty if none
 * @param behavior name of the behaviour's class
 * @param state the state
 * @param parent who spawned it
 * @param leader the head of its group
 * @param mailboxDepth how many messages wait in all queues together
 * @param messagesIn how many messages came in
 * @param messagesOut how many messages went out
 * @param runningTime how long it ran, sampled
 * @param uptime since it was spawned
 * @param logLevel from which level on it logs
 */
public record ProcessShortInfo(Pid pid, String name, String application, String behavior, ProcessState state,
        Pid parent, Pid leader,
        long mailboxDepth, long messagesIn, long messagesOut, Duration runningTime, Duration uptime,
        LogLevel logLevel) {}
