package io.ergo.benchmarks;

import java.util.List;
import java.util.Set;

import io.ergo.benchmarks.latency.Scenario;

/**
 * What {@code latency} is asked for.
 *
 * @param runs how many fresh JVMs each scenario gets
 * @param patient whether to wait for a machine that does nothing else
 * @param check whether a missed bar fails the command
 * @param scenarios what to run, in this order
 */
record LatencyOptions(int runs, boolean patient, boolean check, List<Scenario> scenarios) {

    static LatencyOptions parse(List<String> args) {
        Arguments parsed = Arguments.parse(args, Set.of("--runs"), Set.of("--quick", "--patient", "--check"));
        List<Scenario> asked = parsed.rest().stream().map(Scenario::of).distinct().toList();
        return new LatencyOptions(parsed.number("--runs", parsed.has("--quick") ? 1 : 5), parsed.has("--patient"),
                parsed.has("--check"),
                asked.isEmpty() ? List.of(Scenario.values()) : asked);
    }
}
