package io.ergo.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.ergo.benchmarks.figure.Figure;
import io.ergo.benchmarks.figure.FigureLines;
import io.ergo.benchmarks.latency.LatencyMain;
import io.ergo.benchmarks.latency.Scenario;

/** Measures times, idle load and idle memory, each scenario in fresh JVMs. */
final class LatencyCommand {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final PrintStream out;

    LatencyCommand(PrintStream out) {
        this.out = out;
    }

    /** Returns the exit code. */
    int run(LatencyOptions options) throws IOException, InterruptedException {
        Machine machine = Machine.here();
        out.println(machine);
        Watch watch = new Watch(options.patient());
        List<LatencyRow> rows = measureAll(options, watch);
        out.println();
        out.println(table(rows));
        out.println();
        out.println(LocalCommand.loads(watch.otherLoads()));
        out.println("written to " + Results.in(Jvm.target()).put("latency",
                new Results.Section<>(machine, options.runs(), watch.otherLoads(), rows)));
        return options.check() && rows.stream().anyMatch(row -> Boolean.FALSE.equals(row.pass())) ? 1 : 0;
    }

    private List<LatencyRow> measureAll(LatencyOptions options, Watch watch) throws IOException, InterruptedException {
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        for (int i = 1; i <= options.runs(); i++) {
            int run = i;
            for (Scenario scenario : options.scenarios()) {
                Watch.Measured measured = watch.measure(() -> measure(run, scenario));
                out.printf("run %d of %d  %-25s  %s%n", run, options.runs(), scenario.key(), measured);
                out.flush();
                measured.figures().forEach(
                        figure -> figures.computeIfAbsent(figure.name(), name -> new ArrayList<>()).add(figure));
            }
        }
        return figures.values().stream().map(LatencyRow::of).toList();
    }

    private static List<Figure> measure(int run, Scenario scenario) throws IOException, InterruptedException {
        List<String> flags = Stream.concat(Jvm.FLAGS.stream(), scenario.flags().stream()).toList();
        List<String> lines = Jvm.program(LIMIT).run("latency-%02d-%s".formatted(run, scenario.key()),
                Jvm.command(flags, LatencyMain.class, List.of(scenario.key())));
        return FigureLines.parse(lines).stream().map(figure -> renamed(scenario, figure)).toList();
    }

    /** Figures of a scenario with other flags than all others carry them in their name. */
    private static Figure renamed(Scenario scenario, Figure figure) {
        String name = scenario.flags().isEmpty() ? figure.name()
                : figure.name() + " " + String.join(" ", scenario.flags());
        return new Figure(name, figure.value(), figure.unit(), figure.n(), figure.seconds(), figure.bytesPerMessage());
    }

    private static Table table(List<LatencyRow> rows) {
        Table table = new Table(List.of("figure", "median", "quartiles", "unit", "bar", ""));
        for (LatencyRow row : rows) {
            Double bar = row.bar();
            Boolean pass = row.pass();
            table.add(List.of(row.name(), Texts.number(row.median()), Texts.range(row.quartiles()), row.unit(),
                    bar == null ? "" : "≤ " + Texts.number(bar), pass == null ? "" : pass ? "pass" : "MISS"));
        }
        return table;
    }
}
