package io.ergo.benchmarks;

import java.util.List;
import java.util.Map;

import io.ergo.benchmarks.figure.Figure;
import io.ergo.benchmarks.figure.Quartiles;
import org.jspecify.annotations.Nullable;

/**
 * One figure of the sub-command {@code latency}.
 *
 * @param name of the figure
 * @param unit of the values
 * @param median of all runs
 * @param quartiles of all runs
 * @param bar the most it may be, null if there is none
 * @param pass whether the median keeps to the bar, null if there is none
 * @param runs all values
 */
record LatencyRow(String name, String unit, double median, Quartiles quartiles, @Nullable Double bar,
        @Nullable Boolean pass,
        List<Double> runs) {

    /** The most that a figure may be, in its unit. */
    private static final Map<String, Double> BARS = Map.of("blocked-calls-unanswered", 0.0, "call-p50", 2.0,
            "call-p99", 20.0, "high-priority-under-flood-p99.9", 1_000.0, "high-priority-under-flood-lost", 0.0,
            "virtual-thread-start-p99", 10_000.0, "idle-cpu", 0.005, "idle-process", 400.0, "supervised-process",
            700.0);

    /** Puts the values of one figure together. */
    static LatencyRow of(List<Figure> figures) {
        Figure first = figures.getFirst();
        List<Double> values = figures.stream().map(Figure::value).toList();
        Quartiles quartiles = Quartiles.of(values);
        Double bar = BARS.get(first.name());
        return new LatencyRow(first.name(), first.unit(), quartiles.median(), quartiles, bar,
                bar == null ? null : quartiles.median() <= bar, values);
    }
}
