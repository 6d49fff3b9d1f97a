package io.ergo.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** Compares EDF with other formats. */
final class EdfCommand {

    private final PrintStream out;

    EdfCommand(PrintStream out) {
        this.out = out;
    }

    /** Returns the exit code. */
    int run(EdfOptions options) throws IOException, InterruptedException {
        if (options.profileSeconds() > 0) {
            return new EdfProfile(out).run(options);
        }
        Machine machine = Machine.here(JmhFork.FLAGS);
        out.println(machine);
        Watch watch = new Watch(options.patient());
        List<EdfRow> rows = new EdfRun(options, new EdfJvms(options), watch, out).run();
        EdfTables.of(rows).forEach(table -> {
            out.println();
            out.println(table);
        });
        out.println();
        out.println(LocalCommand.loads(watch.otherLoads()));
        out.println("written to " + Results.in(Jvm.target()).put("edf",
                new Results.Section<>(machine, options.rounds(), watch.otherLoads(), rows)));
        return options.check() && rows.stream().anyMatch(EdfRow::missed) ? 1 : 0;
    }
}
