package io.ergo.engine.process;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

import io.ergo.Delivery.Outcome;
import io.ergo.NodeStatistics;
import io.ergo.ProcessState;
import io.ergo.Reason;

/**
 * Counts what happens on a node. Messages are counted by each process for itself; here are those of processes that ended, and what belongs to
 * no process. Any thread.
 */
final class Counters {

    private enum End {

        NORMAL,
        SHUTDOWN,
        KILL,
        PANIC,
        OTHER;

        private static final Map<Reason, End> BY_REASON = Map.of(Reason.NORMAL, NORMAL, Reason.SHUTDOWN, SHUTDOWN,
                Reason.KILL, KILL,
                Reason.PANIC, PANIC);

        static End of(Reason outside) {
            return BY_REASON.getOrDefault(outside, OTHER);
        }
    }

    /** Supervisors with names made at run time must not fill the memory; the rest is counted as one. */
    private static final int MOST_SUPERVISORS = 1_000;

    private final LongAdder spawned = new LongAdder();
    private final Map<End, LongAdder> ended = adders(End.class);
    private final Map<Outcome, LongAdder> deadLetters = adders(Outcome.class);
    private final ConcurrentMap<String, LongAdder> restarts = new ConcurrentHashMap<>();
    private final LongAdder sent = new LongAdder();
    private final LongAdder received = new LongAdder();
    private final LongAdder calls = new LongAdder();
    private final LongAdder callTimeouts = new LongAdder();
    private final LongAdder slowHandlers = new LongAdder();
    /** What was shown last: a process that ends while it is read must not make a counter go back. */
    private final LongAccumulator sentShown = new LongAccumulator(Math::max, 0);
    private final LongAccumulator receivedShown = new LongAccumulator(Math::max, 0);

    private static <K extends Enum<K>> Map<K, LongAdder> adders(Class<K> keys) {
        Map<K, LongAdder> adders = new EnumMap<>(keys);
        for (K key : keys.getEnumConstants()) {
            adders.put(key, new LongAdder());
        }
        return adders;
    }

    void spawned() {
        spawned.increment();
    }

    void ended(LocalProcess process, Reason outside) {
        increment(ended, End.of(outside));
        sent.add(process.messagesOut());
        received.add(process.messagesIn());
    }

    void deadLetter(Outcome outcome) {
        increment(deadLetters, outcome);
    }

    private static <K> void increment(Map<K, LongAdder> adders, K key) {
        LongAdder adder = adders.get(key);
        if (adder != null) {
            adder.increment();
        }
    }

    void restarted(String supervisor) {
        boolean known = restarts.containsKey(supervisor) || restarts.size() < MOST_SUPERVISORS;
        restarts.computeIfAbsent(known ? supervisor : "other", name -> new LongAdder()).increment();
    }

    void sent() {
        sent.increment();
    }

    void called() {
        calls.increment();
    }

    void timedOut() {
        callTimeouts.increment();
    }

    void slowHandler() {
        slowHandlers.increment();
    }

    NodeStatistics read(ProcessTable table) {
        Map<ProcessState, Long> states = new EnumMap<>(ProcessState.class);
        for (ProcessState state : ProcessState.values()) {
            states.put(state, 0L);
        }
        long[] messages = new long[2];
        table.forEach(process -> {
            states.merge(process.processState(), 1L, Long::sum);
            messages[0] += process.messagesOut();
            messages[1] += process.messagesIn();
        });
        sentShown.accumulate(messages[0] + sent.sum());
        receivedShown.accumulate(messages[1] + received.sum());
        Map<String, Long> ends = new LinkedHashMap<>();
        ended.forEach((end, count) -> ends.put(end.name().toLowerCase(java.util.Locale.ROOT), count.sum()));
        Map<String, Long> restarted = new TreeMap<>();
        restarts.forEach((supervisor, count) -> restarted.put(supervisor, count.sum()));
        Map<Outcome, Long> dead = new EnumMap<>(Outcome.class);
        deadLetters.forEach((outcome, count) -> dead.put(outcome, count.sum()));
        dead.remove(Outcome.DELIVERED);
        return new NodeStatistics(states, spawned.sum(), ends, restarted, sentShown.get(), receivedShown.get(),
                calls.sum(),
                callTimeouts.sum(), dead, slowHandlers.sum());
    }
}
