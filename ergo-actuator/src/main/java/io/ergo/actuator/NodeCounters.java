package io.ergo.actuator;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.ergo.Delivery.Outcome;
import io.ergo.NodeStatistics;
import io.micrometer.core.instrument.Tags;

/**
 * The counters of a node. They go on growing when the node is restarted, and never fall. One thread at a time updates them.
 */
final class NodeCounters {

    private static final List<String> REASONS = List.of("normal", "shutdown", "kill", "panic", CounterFamily.OTHER);

    private final GrowingCount spawned = new GrowingCount();
    private final GrowingCount sent = new GrowingCount();
    private final GrowingCount received = new GrowingCount();
    private final GrowingCount calls = new GrowingCount();
    private final GrowingCount callTimeouts = new GrowingCount();
    private final GrowingCount slowHandlers = new GrowingCount();
    private final CounterFamily terminated;
    private final CounterFamily restarts;
    private final CounterFamily deadLetters;
    private long creation;

    NodeCounters(Registration registration, int maxSupervisors) {
        plain(registration, "ergo.spawned", "Processes spawned", spawned);
        plain(registration, "ergo.messages.sent", "Messages, requests, responses and exit signals sent", sent);
        plain(registration, "ergo.messages.received", "Messages, requests, responses and exit signals received",
                received);
        plain(registration, "ergo.calls", "Calls made", calls);
        plain(registration, "ergo.calls.timeouts", "Calls that timed out", callTimeouts);
        plain(registration, "ergo.handlers.slow", "Handlers that ran longer than the threshold of the node",
                slowHandlers);
        terminated = new CounterFamily(registration, "ergo.terminated", "Processes ended, by kind of reason", "reason",
                REASONS,
                REASONS.size());
        restarts = new CounterFamily(registration, "ergo.restarts", "Children restarted, by their supervisor's name",
                "supervisor",
                List.of(CounterFamily.OTHER), maxSupervisors);
        deadLetters = new CounterFamily(registration, "ergo.dead.letters", "Messages not delivered, by outcome",
                "outcome", outcomes(),
                Outcome.values().length);
    }

    /**
     * Takes what the node counted.
     *
     * @param incarnation creation of the node, read before the statistics
     * @param supervisors names of supervisors that run
     */
    void take(long incarnation, NodeStatistics statistics, Set<String> supervisors) {
        if (incarnation != creation) {
            restart();
            creation = incarnation;
        }
        spawned.take(statistics.spawned());
        sent.take(statistics.messagesSent());
        received.take(statistics.messagesReceived());
        calls.take(statistics.calls());
        callTimeouts.take(statistics.callTimeouts());
        slowHandlers.take(statistics.slowHandlers());
        terminated.take(statistics.terminated());
        restarts.expect(supervisors);
        restarts.take(statistics.restarts());
        deadLetters.take(byWord(statistics.deadLetters()));
    }

    private void restart() {
        List.of(spawned, sent, received, calls, callTimeouts, slowHandlers).forEach(GrowingCount::restart);
        List.of(terminated, restarts, deadLetters).forEach(CounterFamily::restart);
    }

    private static void plain(Registration registration, String name, String description, GrowingCount count) {
        registration.counter(name, description, Tags.empty(), count);
    }

    private static List<String> outcomes() {
        return Arrays.stream(Outcome.values()).filter(outcome -> outcome != Outcome.DELIVERED).map(Words::tag).toList();
    }

    private static Map<String, Long> byWord(Map<Outcome, Long> outcomes) {
        Map<String, Long> words = new HashMap<>();
        outcomes.forEach((outcome, count) -> words.put(Words.tag(outcome), count));
        return words;
    }
}
