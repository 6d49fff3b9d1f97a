package io.ergo.benchmarks.local;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.ergo.benchmarks.figure.Figure;
import io.ergo.benchmarks.figure.Quartiles;

/**
 * Runs workloads in turn, round by round, so that a disturbance of some seconds meets one round of each and not all rounds of one. The
 * compiler sees all of them before the first measured round. Use it from one thread.
 */
final class Measurement {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Side side;
    private final List<Workload> workloads;
    private final PrintStream trace;
    private final Allocation allocation = new Allocation();

    /** What one round took. */
    private record Taken(double seconds, double bytes) {}

    Measurement(Side side, List<Workload> workloads, PrintStream trace) {
        this.side = side;
        this.workloads = workloads;
        this.trace = trace;
    }

    /** Returns the median of the rounds after the warm-up for each workload. */
    List<Figure> run(int warmups, int rounds) throws InterruptedException {
        Map<Workload, List<Taken>> taken = new EnumMap<>(Workload.class);
        for (int round = -warmups; round < rounds; round++) {
            for (Workload workload : workloads) {
                Taken one = measure(workload);
                trace.printf("round %d %s %.3f M/s %.1f bytes%n", round, workload.key(),
                        workload.operations() / one.seconds() / 1e6,
                        one.bytes() / workload.operations());
                if (round >= 0) {
                    taken.computeIfAbsent(workload, each -> new ArrayList<>()).add(one);
                }
            }
        }
        return taken.entrySet().stream().map(each -> figure(each.getKey(), each.getValue())).toList();
    }

    /** Collects garbage before, so that no round pays for another one's. */
    private Taken measure(Workload workload) throws InterruptedException {
        try (Round round = workload.prepare(side)) {
            System.gc();
            long bytes = allocation.bytes();
            long begin = System.nanoTime();
            round.run();
            double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
            return new Taken(seconds, allocation.bytes() - bytes);
        }
    }

    private static Figure figure(Workload workload, List<Taken> rounds) {
        double seconds = Quartiles.of(rounds.stream().map(Taken::seconds).toList()).median();
        double bytes = Quartiles.of(rounds.stream().map(Taken::bytes).toList()).median();
        return new Figure(workload.figure(), workload.operations() / seconds, "1/s", workload.operations(), seconds,
                bytes / workload.operations());
    }
}
