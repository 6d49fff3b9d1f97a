package io.ergo.benchmarks.latency;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What {@code latency} measures. */
public enum Scenario {

    /** Ten thousand processes wait in a call at the same time. */
    BLOCKED_CALLS(BlockedCalls::new),
    /** Calls on a node that does nothing else. */
    CALL(CallTimes::new),
    /** One process is flooded; others answer, and it takes urgent messages. */
    FLOOD(Flood::new),
    /** The application starts a virtual thread while processes keep all processors busy. */
    VIRTUAL_THREAD(PlainThread::new),
    /** A node whose processes have nothing to do. */
    IDLE_CPU(IdleCpu::new),
    /** What an anonymous process without links keeps in memory. */
    IDLE_PROCESS(IdleProcess::new),
    /** What a named child of a supervisor keeps in memory. */
    SUPERVISED_PROCESS(SupervisedProcess::new),
    /** The same as {@link #IDLE_PROCESS}, for those who run without compact object headers. */
    IDLE_PROCESS_WIDE_HEADERS(IdleProcess::new, "-XX:-UseCompactObjectHeaders");

    private final Supplier<Check> check;
    private final List<String> flags;

    Scenario(Supplier<Check> check, String... flags) {
        this.check = check;
        this.flags = List.of(flags);
    }

    /** Returns what a person types: {@code blocked-calls}, {@code call}, … */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the flags of its JVM beyond those that all have. */
    public List<String> flags() {
        return flags;
    }

    Check check() {
        return check.get();
    }

    /**
     * Finds a scenario by its key.
     *
     * @throws IllegalArgumentException if there is none; the message lists all
     */
    public static Scenario of(String key) {
        return Arrays.stream(values()).filter(scenario -> scenario.key().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no scenario " + key + "; there are "
                        + Arrays.stream(values()).map(Scenario::key).collect(Collectors.joining(", "))));
    }
}
