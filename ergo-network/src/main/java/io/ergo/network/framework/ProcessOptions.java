package io.ergo.network.framework;

import java.util.Map;

import io.ergo.Pid;
import org.jspecify.annotations.Nullable;

/**
 * How a process is started on another node.
 *
 * @param mailboxSize limit of its mailbox, 0 for none
 * @param leader its leader; all zero if none is told
 * @param env its variables
 * @param compression of its messages to other nodes
 * @param sendPriority of its messages
 * @param importantDelivery whether its messages are sent as important
 * @param fallback for messages without room
 * @param linkParent whether it is linked with the parent
 * @param linkChild whether the parent is linked with it
 * @param logLevel of its log
 * @param initTimeout seconds its init may take, 0 for 5, at most 15; since 3.2.0
 * @param preserveMailbox whether its mailbox is kept; since 3.3.0
 */
public record ProcessOptions(long mailboxSize, Pid leader, @Nullable Map<Env, @Nullable Object> env,
        WireCompression compression, PriorityCode sendPriority, boolean importantDelivery, ProcessFallback fallback,
        boolean linkParent, boolean linkChild, LogLevelCode logLevel, long initTimeout, boolean preserveMailbox) {}
