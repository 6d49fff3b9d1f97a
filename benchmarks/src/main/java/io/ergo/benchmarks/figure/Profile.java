package io.ergo.benchmarks.figure;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;

import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/** Does something again and again under the flight recorder, after a warm-up. */
public final class Profile {

    private static final Duration WARMUP = Duration.ofSeconds(6);
    private static final Duration SAMPLING = Duration.ofMillis(1);

    private Profile() {}

    /** Something that takes far less than a second. */
    @FunctionalInterface
    public interface Activity {

        /** Does it once. */
        void run() throws InterruptedException;
    }

    /** Repeats the activity and writes the recording of {@code time} of it. */
    public static void record(Activity activity, Duration time, Path file)
            throws IOException, InterruptedException, ParseException {
        repeat(activity, WARMUP);
        try (Recording recording = new Recording(Configuration.getConfiguration("profile"))) {
            recording.enable("jdk.CPUTimeSample").with("throttle", "1ms");
            recording.enable("jdk.ExecutionSample").withPeriod(SAMPLING);
            recording.enable("jdk.ObjectAllocationSample").with("throttle", "2000/s");
            recording.start();
            repeat(activity, time);
            recording.stop();
            recording.dump(file);
        }
    }

    private static void repeat(Activity activity, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            activity.run();
        }
    }
}
