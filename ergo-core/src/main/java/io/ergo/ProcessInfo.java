package io.ergo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the node knows of a process: a snapshot without consistency across the components.
 *
 * @param pid the identity
 * @param name the registered name, empty if none
 * @param application the application it belongs to, empty if none
 * @param behavior name of the behaviour's class
 * @param state the state
 * @param parent who spawned it
 * @param leader the head of its group
 * @param mailboxSize limit of each queue, 0 for none
 * @param overflow what happens beyond the limit
 * @param mailbox how many messages wait
 * @param messagesIn how many messages were taken from the mailbox or wait in it, and responses
 * @param messagesOut how many messages, requests, responses and exit signals were sent
 * @param runningTime how long it ran, sampled
 * @param uptime since it was spawned
 * @param aliases its aliases in the order they were made
 * @param links the targets it links to
 * @param monitors the targets it monitors
 * @param settings how it sends if nothing else is said
 * @param logLevel from which level on it logs
 * @param env its environment; empty unless the node exposes it
 */
public record ProcessInfo(Pid pid, String name, String application, String behavior, ProcessState state, Pid parent,
        Pid leader,
        int mailboxSize, Overflow overflow, MailboxDepth mailbox, long messagesIn, long messagesOut,
        Duration runningTime,
        Duration uptime, List<Alias> aliases, List<Address> links, List<Address> monitors,
        ProcessSettings settings, LogLevel logLevel, Map<String, Object> env) {}
