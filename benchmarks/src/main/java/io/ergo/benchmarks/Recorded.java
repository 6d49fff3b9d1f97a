package io.ergo.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A recording of the flight recorder by a JVM of its own, and what it shows.
 *
 * @param name of the files
 * @param time how long to record, after the warm-up
 */
record Recorded(String name, Duration time) {

    private static final List<String> VIEWS = List.of("cpu-time-hot-methods", "hot-methods", "allocation-by-site",
            "allocation-by-class", "contention-by-site", "gc-pauses");
    private static final List<String> FLAGS = Stream
            .concat(Jvm.FLAGS.stream(), Stream.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints"))
            .toList();
    private static final int ROWS = 60;

    static Recorded named(String what, Duration time) {
        return new Recorded("profile-" + what, time);
    }

    /** Runs a main class, which gets the seconds and the file behind its own arguments. */
    void run(Class<?> main, List<String> args) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(args);
        all.addAll(List.of(Long.toString(time.toSeconds()), file().toString()));
        program().run(name, Jvm.command(FLAGS, main, all));
    }

    /** Prints the views. */
    void print(PrintStream out) throws IOException, InterruptedException {
        for (String view : VIEWS) {
            List<String> command = List.of(Jvm.tool("jfr"), "view", "--width", "160", "--cell-height", "1", view,
                    file().toString());
            program().run(name + "-" + view, command).forEach(out::println);
        }
        out.println(StackShares.of(file()).table(ROWS));
        out.println("recorded in " + file() + "; all views: jfr view all-views, the kinds of events: jfr summary");
    }

    private Path file() {
        return Jvm.target().resolve(name + ".jfr");
    }

    private Program program() {
        return Jvm.program(time.plusMinutes(5));
    }
}
