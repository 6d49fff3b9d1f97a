package io.ergo.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

import io.ergo.benchmarks.figure.Quartiles;
import io.ergo.benchmarks.local.Workload;
import org.jspecify.annotations.Nullable;

/** Compares the runtimes on one node. */
final class LocalCommand {

    private final PrintStream out;

    LocalCommand(PrintStream out) {
        this.out = out;
    }

    /** Returns the exit code. */
    int run(LocalOptions options) throws IOException, InterruptedException {
        Machine machine = Machine.here();
        out.println(machine);
        List<Contender> contenders = Contender.of(options, System.getenv("ERGO_GO_BENCH"));
        Watch watch = new Watch(options.patient());
        List<Comparison> rows = new LocalRun(options, contenders, Jvm.program(Contender.LIMIT), watch, out).run();
        out.println();
        out.println(table(rows));
        out.println();
        out.println(loads(watch.otherLoads()));
        out.println("written to "
                + Results.in(Jvm.target()).put("local",
                        new Results.Section<>(machine, options.pairs(), watch.otherLoads(), rows)));
        boolean missed = rows.stream().anyMatch(Comparison::missed);
        return missed && options.check() ? 1 : 0;
    }

    static Table table(List<Comparison> rows) {
        boolean go = rows.stream().anyMatch(row -> row.go() != null);
        List<String> head = new ArrayList<>(
                List.of("workload", "Ergo", "Pekko", "Ergo/Pekko", "quartiles", "bar", "", "Ergo B/msg",
                        "Pekko B/msg"));
        if (go) {
            head.addAll(List.of("Go Ergo", "Ergo/Go", "quartiles", "bar", ""));
        }
        Table table = new Table(head);
        rows.forEach(row -> table.add(cells(row, go)));
        return table;
    }

    private static List<String> cells(Comparison row, boolean go) {
        List<String> cells = new ArrayList<>(List.of(title(row), Texts.rate(row.ergo()), Texts.rate(row.pekko()),
                Texts.number(row.ratioToPekko()), Texts.range(row.ratioQuartiles()),
                bar(row.bar()), verdict(row.pass()), Texts.number(row.ergoBytesPerMessage()),
                Texts.number(row.pekkoBytesPerMessage())));
        if (go) {
            cells.addAll(goCells(row));
        }
        return cells;
    }

    private static List<String> goCells(Comparison row) {
        Double rate = row.go();
        Quartiles ratio = row.ratioToGo();
        return rate == null || ratio == null ? List.of("", "", "", "", "")
                : List.of(Texts.rate(rate), Texts.number(ratio.median()), Texts.range(ratio), bar(row.goBar()),
                        verdict(row.goPass()));
    }

    private static String bar(@Nullable Double bar) {
        return bar == null ? "" : "≥ " + Texts.number(bar);
    }

    private static String verdict(@Nullable Boolean pass) {
        return pass == null ? "" : pass ? "pass" : "MISS";
    }

    private static String title(Comparison row) {
        for (Workload workload : Workload.values()) {
            if (workload.figure().equals(row.name())) {
                return workload.title();
            }
        }
        return row.name();
    }

    static String loads(List<Double> otherLoads) {
        if (otherLoads.isEmpty()) {
            return "other load: unknown on this system";
        }
        double most = otherLoads.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return "other load: median %s processors, most %s; above %s the figures are a hint only"
                .formatted(Texts.number(Quartiles.of(otherLoads).median()), Texts.number(most),
                        Texts.number(Watch.QUIET));
    }
}
