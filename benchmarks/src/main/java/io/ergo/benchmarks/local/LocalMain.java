package io.ergo.benchmarks.local;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

import io.ergo.benchmarks.figure.FigureLines;

/**
 * Measures one side in this JVM and prints a line for each workload. Arguments: {@code ergo} or {@code pekko}, the number of rounds to warm
 * up, the number of rounds to measure, the keys of the workloads.
 */
public final class LocalMain {

    private static final int FIXED_ARGUMENTS = 3;

    private LocalMain() {}

    /** Measures, prints and ends the JVM. */
    public static void main(String[] args) throws InterruptedException {
        int warmups = Integer.parseInt(args[1]);
        int rounds = Integer.parseInt(args[2]);
        List<Workload> workloads = Arrays.stream(args).skip(FIXED_ARGUMENTS).map(Workload::of).toList();
        PrintStream out = System.out;
        try (Side side = side(args[0])) {
            new Measurement(side, workloads, System.err).run(warmups, rounds).stream().map(FigureLines::line)
                    .forEach(out::println);
        }
        System.exit(0);
    }

    static Side side(String name) {
        return switch (name) {
            case "ergo" -> new ErgoSide();
            case "pekko" -> new PekkoSide();
            default -> throw new IllegalArgumentException("the side must be ergo or pekko but is " + name);
        };
    }
}
