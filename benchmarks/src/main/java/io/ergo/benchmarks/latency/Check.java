package io.ergo.benchmarks.latency;

import java.util.List;

import io.ergo.Node;
import io.ergo.benchmarks.figure.Figure;

/** One measurement on a fresh node with its defaults. */
@FunctionalInterface
interface Check {

    /** Measures; may leave processes behind, the JVM ends afterwards. */
    List<Figure> measure(Node node) throws Exception;
}
