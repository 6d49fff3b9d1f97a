package io.ergo;

import java.util.Map;

/**
 * Counters of a node since its start; each only grows while the node runs. Reading them walks the processes, so read them when they are
 * asked for.
 *
 * @param processes how many processes are in each state now
 * @param spawned how many processes were spawned
 * @param terminated how many ended, by kind of reason: {@code normal}, {@code shutdown}, {@code kill}, {@code panic}, {@code other}
 * @param restarts how many children were restarted, by the supervisor's registered name ({@code unnamed} for those without)
 * @param messagesSent how many messages, requests, responses and exit signals were sent
 * @param messagesReceived how many messages were taken in
 * @param calls how many calls were made
 * @param callTimeouts how many calls timed out
 * @param deadLetters how many messages were not delivered, by outcome
 * @param slowHandlers how many times a handler ran longer than the node's threshold for it
 */
public record NodeStatistics(Map<ProcessState, Long> processes, long spawned, Map<String, Long> terminated,
        Map<String, Long> restarts,
        long messagesSent, long messagesReceived, long calls, long callTimeouts,
        Map<Delivery.Outcome, Long> deadLetters, long slowHandlers) {}
