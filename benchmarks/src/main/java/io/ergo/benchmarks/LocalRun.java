package io.ergo.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.ergo.benchmarks.figure.Figure;
import io.ergo.benchmarks.local.Workload;

/** Runs the contenders in turn, each in a fresh program, and tells how it goes. The order moves on by one with each pair. */
final class LocalRun {

    private final LocalOptions options;
    private final List<Contender> contenders;
    private final Program program;
    private final Watch watch;
    private final PrintStream out;
    private final Map<String, List<List<Figure>>> figures = new HashMap<>();

    LocalRun(LocalOptions options, List<Contender> contenders, Program program, Watch watch,
            PrintStream out) {
        this.options = options;
        this.contenders = contenders;
        this.program = program;
        this.watch = watch;
        this.out = out;
    }

    /** Returns a comparison for each workload. */
    List<Comparison> run() throws IOException, InterruptedException {
        for (int pair = 0; pair < options.pairs(); pair++) {
            List<Contender> order = new ArrayList<>(contenders);
            Collections.rotate(order, -pair);
            for (Contender contender : order) {
                measure(pair + 1, contender);
            }
        }
        return options.workloads().stream().map(this::comparison).toList();
    }

    private void measure(int pair, Contender contender) throws IOException, InterruptedException {
        Watch.Measured measured = watch.measure(() -> contender.measure(program, pair));
        figures.computeIfAbsent(contender.name(), name -> new ArrayList<>()).add(measured.figures());
        out.printf("pair %2d of %d  %-5s  %s  %s%n", pair, options.pairs(), contender.name(), measured,
                progress(measured.figures()));
        out.flush();
    }

    private String progress(List<Figure> measured) {
        return options.workloads().stream()
                .map(workload -> workload.key() + " " + Texts.rate(figure(workload, measured).value()))
                .collect(Collectors.joining("  "));
    }

    private Comparison comparison(Workload workload) {
        return Comparison.of(workload, all(workload, Contender.ERGO), all(workload, Contender.PEKKO),
                figures.containsKey(Contender.GO) ? all(workload, Contender.GO) : null);
    }

    private List<Figure> all(Workload workload, String contender) {
        return figures.getOrDefault(contender, List.of()).stream().map(run -> figure(workload, run)).toList();
    }

    private static Figure figure(Workload workload, List<Figure> run) {
        return run.stream().filter(figure -> figure.name().equals(workload.figure())).findFirst()
                .orElseThrow(() -> new Program.Failed("the figure " + workload.figure() + " is missing among "
                        + run.stream().map(Figure::name).toList() + "; a contender must print one for each workload"));
    }
}
