package io.ergo.benchmarks.local;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;

import io.ergo.benchmarks.figure.Profile;

/**
 * Runs one workload of one side again and again under the flight recorder. Arguments: {@code ergo} or {@code pekko}, the key of the
 * workload, the seconds to record, the file to write. The recording begins after the warm-up.
 */
public final class ProfileMain {

    private ProfileMain() {}

    /** Runs, writes the recording and ends the JVM. */
    public static void main(String[] args) throws IOException, InterruptedException, ParseException {
        Workload workload = Workload.of(args[1]);
        try (Side side = LocalMain.side(args[0])) {
            Profile.record(() -> once(side, workload), Duration.ofSeconds(Integer.parseInt(args[2])), Path.of(args[3]));
        }
        System.exit(0);
    }

    private static void once(Side side, Workload workload) throws InterruptedException {
        try (Round round = workload.prepare(side)) {
            round.run();
        }
    }
}
