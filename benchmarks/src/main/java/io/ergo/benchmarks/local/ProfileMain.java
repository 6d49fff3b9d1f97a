package io.ergo.benchmarks.local;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;

import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/**
 * Runs one workload of one side again and again under the flight recorder. Arguments: {@code ergo} or {@code pekko}, the key of the
 * workload, the seconds to record, the file to write. The recording begins after the warm-up.
 */
public final class ProfileMain {

    private static final Duration WARMUP = Duration.ofSeconds(6);
    private static final Duration SAMPLING = Duration.ofMillis(1);

    private ProfileMain() {}

    /** Runs, writes the recording and ends the JVM. */
    public static void main(String[] args) throws IOException, InterruptedException, ParseException {
        Workload workload = Workload.of(args[1]);
        try (Side side = LocalMain.side(args[0])) {
            repeat(side, workload, WARMUP);
            try (Recording recording = new Recording(Configuration.getConfiguration("profile"))) {
                recording.enable("jdk.CPUTimeSample").with("throttle", "1ms");
                recording.enable("jdk.ExecutionSample").withPeriod(SAMPLING);
                recording.enable("jdk.ObjectAllocationSample").with("throttle", "2000/s");
                recording.start();
                repeat(side, workload, Duration.ofSeconds(Integer.parseInt(args[2])));
                recording.stop();
                recording.dump(Path.of(args[3]));
            }
        }
        System.exit(0);
    }

    private static void repeat(Side side, Workload workload, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            try (Round round = workload.prepare(side)) {
                round.run();
            }
        }
    }
}
