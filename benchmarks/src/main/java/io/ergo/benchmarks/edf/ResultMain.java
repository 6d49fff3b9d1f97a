package io.ergo.benchmarks.edf;

import java.io.PrintStream;

import io.ergo.benchmarks.figure.Figure;
import io.ergo.benchmarks.figure.FigureLines;
import io.ergo.benchmarks.figure.Heap;

/**
 * Tells how many bytes of the heap what is decoded takes: decodes, keeps all results, and divides what a collection leaves by their number. A first
 * half of the results does not count: until then the JVM still drops what it needed to start. Arguments: the names of a {@link Format} and of a
 * {@link Shape}.
 */
public final class ResultMain {

    private static final int HALF = 100_000;

    private ResultMain() {}

    /** Measures and prints a figure. */
    public static void main(String[] args) {
        PrintStream out = System.out;
        Subject subject = Format.valueOf(args[0]).open(Shape.valueOf(args[1]));
        Object[] results = new Object[2 * HALF];
        fill(results, 0, subject);
        long first = Heap.usedBytes();
        long begin = System.nanoTime();
        fill(results, HALF, subject);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double bytes = (Heap.usedBytes() - first) / (double) HALF;
        if (!results[results.length - 1].equals(subject.value())) {
            throw new IllegalStateException("the last result is " + results[results.length - 1]);
        }
        out.println(FigureLines.line(Figure.of("result", bytes, "bytes", HALF, seconds)));
    }

    private static void fill(Object[] results, int from, Subject subject) {
        for (int i = from; i < from + HALF; i++) {
            results[i] = subject.decode();
        }
    }
}
