package io.ergo.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import io.ergo.benchmarks.figure.Figure;

/**
 * Measures while it watches what else the machine does. A patient one waits until others leave the processors alone and measures again if they
 * came back meanwhile, both within limits: on a machine that is never quiet it goes on with what there is. Use it from one thread.
 */
final class Watch {

    /** Up to so many processors that are busy with something else the machine counts as quiet. */
    static final double QUIET = 0.25;

    private static final int ATTEMPTS = 5;
    private static final int WAITS = 600;
    private static final long LOOK_MILLIS = 1_000;

    private final boolean patient;
    private final List<Double> otherLoads = new ArrayList<>();

    Watch(boolean patient) {
        this.patient = patient;
    }

    /** Something that takes seconds and whose figures the load of others changes. */
    @FunctionalInterface
    interface Measurement {

        List<Figure> measure() throws IOException, InterruptedException;
    }

    /**
     * What came out.
     *
     * @param figures of the last attempt
     * @param seconds it took
     * @param otherLoad how many processors were busy with something else meanwhile, empty if unknown
     */
    record Measured(List<Figure> figures, double seconds, OptionalDouble otherLoad) {

        boolean isQuiet() {
            return otherLoad.isEmpty() || otherLoad.getAsDouble() <= QUIET;
        }

        @Override
        public String toString() {
            String load = otherLoad.isPresent() ? Texts.number(otherLoad.getAsDouble()) : "unknown";
            return "%5s s, other load %5s".formatted(Texts.number(seconds), load);
        }
    }

    Measured measure(Measurement measurement) throws IOException, InterruptedException {
        Measured measured = attempt(measurement);
        for (int i = 1; patient && i < ATTEMPTS && !measured.isQuiet(); i++) {
            measured = attempt(measurement);
        }
        measured.otherLoad().ifPresent(otherLoads::add);
        return measured;
    }

    /** Returns how many processors were busy with something else, one value for each measurement; empty if unknown. */
    List<Double> otherLoads() {
        return List.copyOf(otherLoads);
    }

    private Measured attempt(Measurement measurement) throws IOException, InterruptedException {
        if (patient) {
            waitForQuiet();
        }
        OtherLoad before = OtherLoad.now();
        List<Figure> figures = measurement.measure();
        OtherLoad after = OtherLoad.now();
        return new Measured(figures, after.secondsSince(before), after.since(before));
    }

    private static void waitForQuiet() throws IOException, InterruptedException {
        for (int i = 0; i < WAITS; i++) {
            OtherLoad before = OtherLoad.now();
            Thread.sleep(LOOK_MILLIS);
            if (OtherLoad.now().since(before).orElse(0) <= QUIET) {
                return;
            }
        }
    }
}
