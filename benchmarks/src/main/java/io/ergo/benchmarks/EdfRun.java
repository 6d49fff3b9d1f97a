package io.ergo.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.ergo.benchmarks.edf.Format;
import io.ergo.benchmarks.edf.Shape;
import io.ergo.benchmarks.figure.Figure;

/** Measures all formats row by row, each in a fresh JVM, and tells how it goes. The order of the formats moves on by one with each round. */
final class EdfRun {

    private final EdfOptions options;
    private final Measurement measurement;
    private final Watch watch;
    private final PrintStream out;
    private final Map<EdfOptions.Row, Map<Format, List<Figure>>> figures = new HashMap<>();

    /** Measures in a fresh JVM. */
    interface Measurement {

        /** Returns the figure of one row in one format. */
        Figure measure(EdfOptions.Row row, Format format) throws IOException, InterruptedException;

        /** Returns how many bytes of the heap EDF's result takes. */
        double resultBytes(Shape shape) throws IOException, InterruptedException;
    }

    EdfRun(EdfOptions options, Measurement measurement, Watch watch, PrintStream out) {
        this.options = options;
        this.measurement = measurement;
        this.watch = watch;
        this.out = out;
    }

    /** Returns the rows in the order that was asked for. */
    List<EdfRow> run() throws IOException, InterruptedException {
        for (int round = 0; round < options.rounds(); round++) {
            for (EdfOptions.Row row : options.rows()) {
                measure(round, row);
            }
        }
        List<EdfRow> rows = new ArrayList<>();
        for (EdfOptions.Row row : options.rows()) {
            rows.add(EdfRow.of(row, byFormat(row), measurement.resultBytes(row.shape())));
        }
        return rows;
    }

    private void measure(int round, EdfOptions.Row row) throws IOException, InterruptedException {
        List<Format> order = new ArrayList<>(options.formats());
        Collections.rotate(order, -round);
        for (Format format : order) {
            Watch.Measured measured = watch.measure(() -> List.of(measurement.measure(row, format)));
            byFormat(row).computeIfAbsent(format, key -> new ArrayList<>()).addAll(measured.figures());
        }
        out.printf("round %d of %d  %-15s  %s%n", round + 1, options.rounds(), row, progress(row));
        out.flush();
    }

    private Map<Format, List<Figure>> byFormat(EdfOptions.Row row) {
        return figures.computeIfAbsent(row, key -> new EnumMap<>(Format.class));
    }

    private String progress(EdfOptions.Row row) {
        return byFormat(row).entrySet().stream()
                .map(each -> each.getKey().key() + " " + Texts.number(each.getValue().getLast().value()) + " ns")
                .collect(Collectors.joining("  "));
    }
}
