package io.ergo.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.ergo.benchmarks.local.ProfileMain;

/** Records one workload and prints where its time and its memory go. */
final class ProfileCommand {

    private static final List<String> VIEWS = List.of("cpu-time-hot-methods", "hot-methods", "allocation-by-site",
            "allocation-by-class",
            "contention-by-site", "gc-pauses");
    private static final List<String> FLAGS = Stream
            .concat(Jvm.FLAGS.stream(), Stream.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints"))
            .toList();
    private static final int ROWS = 60;

    private final PrintStream out;

    ProfileCommand(PrintStream out) {
        this.out = out;
    }

    /** Returns the exit code. */
    int run(ProfileOptions options) throws IOException, InterruptedException {
        String name = "profile-" + (options.pekko() ? Contender.PEKKO : Contender.ERGO) + "-"
                + options.workload().key();
        Path recording = Jvm.target().resolve(name + ".jfr");
        Program program = Jvm.program(Duration.ofSeconds(options.seconds()).plusMinutes(5));
        program.run(name,
                Jvm.command(FLAGS, ProfileMain.class, List.of(options.pekko() ? Contender.PEKKO : Contender.ERGO,
                        options.workload().key(), Integer.toString(options.seconds()), recording.toString())));
        for (String view : VIEWS) {
            List<String> command = List.of(Jvm.tool("jfr"), "view", "--width", "160", "--cell-height", "1", view,
                    recording.toString());
            program.run(name + "-" + view, command).forEach(out::println);
        }
        out.println(StackShares.of(recording).table(ROWS));
        out.println("recorded in " + recording + "; all views: jfr view all-views, the kinds of events: jfr summary");
        return 0;
    }
}
