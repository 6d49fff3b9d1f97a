package io.ergo.benchmarks;

import java.util.List;
import java.util.Set;

import io.ergo.benchmarks.local.Workload;

/**
 * What {@code local} is asked for.
 *
 * @param pairs how many fresh JVMs each side gets
 * @param warmups rounds in each JVM before those that count
 * @param rounds rounds in each JVM whose median counts
 * @param quick a short run whose figures are a hint only
 * @param patient whether to wait for a machine that does nothing else
 * @param check whether a missed bar fails the command
 * @param workloads what to run, in this order
 */
record LocalOptions(int pairs, int warmups, int rounds, boolean quick, boolean patient, boolean check,
        List<Workload> workloads) {

    static LocalOptions parse(List<String> args) {
        Arguments parsed = Arguments.parse(args, Set.of("--pairs", "--warmups", "--rounds"),
                Set.of("--quick", "--patient", "--check"));
        boolean quick = parsed.has("--quick");
        List<Workload> asked = parsed.rest().stream().map(Workload::of).distinct().toList();
        return new LocalOptions(parsed.number("--pairs", quick ? 3 : 10), parsed.number("--warmups", quick ? 2 : 4),
                parsed.number("--rounds", quick ? 3 : 7), quick, parsed.has("--patient"), parsed.has("--check"),
                asked.isEmpty() ? List.of(Workload.values()) : asked);
    }
}
