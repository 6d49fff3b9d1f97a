package io.ergo.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

import io.ergo.benchmarks.local.ProfileMain;

/** Records one workload and prints where its time and its memory go. */
final class ProfileCommand {

    private final PrintStream out;

    ProfileCommand(PrintStream out) {
        this.out = out;
    }

    /** Returns the exit code. */
    int run(ProfileOptions options) throws IOException, InterruptedException {
        String side = options.pekko() ? Contender.PEKKO : Contender.ERGO;
        Recorded recorded = Recorded.named(side + "-" + options.workload().key(),
                Duration.ofSeconds(options.seconds()));
        recorded.run(ProfileMain.class, List.of(side, options.workload().key()));
        recorded.print(out);
        return 0;
    }
}
