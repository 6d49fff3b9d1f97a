package io.ergo.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.ergo.benchmarks.figure.Figure;
import io.ergo.benchmarks.figure.FigureLines;
import io.ergo.benchmarks.local.LocalMain;
import io.ergo.benchmarks.local.Workload;
import org.jspecify.annotations.Nullable;

/**
 * A side of the comparison and the program that measures it.
 *
 * @param name as tables and files call it
 * @param command measures all workloads once and prints a line for each figure
 */
record Contender(String name, List<String> command) {

    static final String ERGO = "ergo";
    static final String PEKKO = "pekko";
    static final String GO = "go";

    /** How long one measurement may take. */
    static final Duration LIMIT = Duration.ofMinutes(15);

    private static final String GO_QUICK_SCALE = "0.2";

    /**
     * Returns who takes part.
     *
     * @param goProgram answers {@code bench local} as the Go peer does; null or blank if there is none
     */
    static List<Contender> of(LocalOptions options, @Nullable String goProgram) {
        List<Contender> all = new ArrayList<>(List.of(jvm(ERGO, options), jvm(PEKKO, options)));
        if (goProgram != null && !goProgram.isBlank()) {
            List<String> scale = options.quick() ? List.of("-scale", GO_QUICK_SCALE) : List.of();
            List<String> command = new ArrayList<>(List.of(goProgram, "bench"));
            command.addAll(scale);
            command.add("local");
            all.add(new Contender(GO, command));
        }
        return all;
    }

    private static Contender jvm(String side, LocalOptions options) {
        List<String> args = new ArrayList<>(
                List.of(side, Integer.toString(options.warmups()), Integer.toString(options.rounds())));
        options.workloads().stream().map(Workload::key).forEach(args::add);
        return new Contender(side, Jvm.command(Jvm.FLAGS, LocalMain.class, args));
    }

    /** Measures once. */
    List<Figure> measure(Program program, int pair) throws IOException, InterruptedException {
        return FigureLines.parse(program.run("local-%02d-%s".formatted(pair, name), command));
    }
}
