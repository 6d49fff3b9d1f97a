package io.ergo.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.ergo.benchmarks.soak.Growth;
import io.ergo.benchmarks.soak.SoakMain;

/** Runs mixed traffic for a long time and shows what grew. */
final class SoakCommand {

    private final PrintStream out;

    SoakCommand(PrintStream out) {
        this.out = out;
    }

    /** Returns the exit code: 1 if something grew. */
    int run(SoakOptions options) throws IOException, InterruptedException {
        out.println(Machine.here());
        List<String> flags = new ArrayList<>(Jvm.FLAGS);
        flags.add("-Dbenchmarks.log=OFF"); // restarts by the thousand are logged as what they are
        List<String> lines = Jvm.program(options.time().plus(Duration.ofMinutes(15))).run("soak",
                Jvm.command(flags, SoakMain.class, List.of(Long.toString(options.time().toSeconds()),
                        Integer.toString(options.share()))));
        List<Growth> growths = Growth.parse(lines);
        out.println(table(growths));
        lines.stream().filter(line -> line.startsWith(SoakMain.TOTALS)).forEach(out::println);
        return growths.stream().allMatch(Growth::isWithinBounds) ? 0 : 1;
    }

    static Table table(List<Growth> growths) {
        Table table = new Table(List.of("between two laps", "first", "last", "most", "may grow by", ""));
        growths.forEach(growth -> table.add(List.of(growth.name(), Long.toString(growth.first()),
                Long.toString(growth.last()), Long.toString(growth.most()), Long.toString(growth.allowed()),
                growth.isWithinBounds() ? "pass" : "GREW")));
        return table;
    }
}
