package io.ergo.benchmarks.latency;

import java.io.PrintStream;

import io.ergo.Node;
import io.ergo.benchmarks.figure.FigureLines;
import io.ergo.engine.NodeBuilder;

/** Measures one scenario in this JVM and prints a line for each figure. The argument is the key of the scenario. */
public final class LatencyMain {

    private LatencyMain() {}

    /** Measures, prints and ends the JVM. */
    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        Node node = NodeBuilder.named("bench@localhost").start();
        Scenario.of(args[0]).check().measure(node).stream().map(FigureLines::line).forEach(out::println);
        System.exit(0);
    }
}
