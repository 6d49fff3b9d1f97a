package io.ergo.benchmarks.soak;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

import io.ergo.Node;
import io.ergo.engine.NodeBuilder;

/** Runs laps in this JVM for some time and prints what grew. Arguments: seconds, share of the usual work in a lap in hundredths. */
public final class SoakMain {

    /** What the line with the totals begins with. */
    public static final String TOTALS = "in all: ";

    private static final int WARMUPS = 3;

    private SoakMain() {}

    /** Runs, prints and ends the JVM. */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        PrintStream out = System.out;
        Node node = NodeBuilder.named("soak@localhost").start();
        List<Sample> samples = samples(node, Duration.ofSeconds(Long.parseLong(args[0])),
                Integer.parseInt(args[1]) / 100.0);
        growths(samples).stream().map(Growth::line).forEach(out::println);
        out.println(TOTALS + samples.size() + " laps, " + node.statistics());
        System.exit(0);
    }

    /** Returns a sample for each lap after the warm-up. */
    static List<Sample> samples(Node node, Duration time, double share)
            throws InterruptedException, ExecutionException {
        Lap lap = new Lap(node, share);
        for (int i = 0; i < WARMUPS; i++) {
            lap.run();
        }
        List<Sample> samples = new ArrayList<>();
        long begin = System.nanoTime();
        do {
            lap.run();
            samples.add(Sample.of(node));
        } while (System.nanoTime() - begin < time.toNanos());
        return samples;
    }

    static List<Growth> growths(List<Sample> samples) {
        return samples.getFirst().values().keySet().stream().map(name -> Growth.of(name, samples)).toList();
    }
}
