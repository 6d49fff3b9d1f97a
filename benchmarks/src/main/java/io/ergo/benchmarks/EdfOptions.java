package io.ergo.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ergo.benchmarks.edf.Format;
import io.ergo.benchmarks.edf.Operation;
import io.ergo.benchmarks.edf.Shape;

/**
 * What {@code edf} is asked for. Words that are not given mean all of their kind.
 *
 * @param rounds how many fresh JVMs each format gets for each row
 * @param warmups iterations in each JVM before those that count
 * @param iterations iterations in each JVM whose median counts
 * @param patient whether to wait for a machine that does nothing else
 * @param check whether a missed bar fails the command
 * @param profileSeconds how long to record one row instead of comparing, 0 for no recording
 * @param rows what to measure
 * @param formats in which formats
 */
record EdfOptions(int rounds, int warmups, int iterations, boolean patient, boolean check, int profileSeconds,
        List<Row> rows, List<Format> formats) {

    /** One line of the table. */
    record Row(Shape shape, Operation operation) {

        @Override
        public String toString() {
            return shape.key() + " " + operation.key();
        }
    }

    static EdfOptions parse(List<String> args) {
        Arguments parsed = Arguments.parse(args, Set.of("--rounds", "--warmups", "--iterations", "--seconds"),
                Set.of("--quick", "--patient", "--check", "--profile"));
        List<String> words = new ArrayList<>(parsed.rest());
        List<Shape> shapes = taken(words, Shape.values(), Shape::key);
        List<Operation> operations = taken(words, Operation.values(), Operation::key);
        boolean profile = parsed.has("--profile");
        List<Format> formats = profile && Arrays.stream(Format.values()).map(Format::key).noneMatch(words::contains)
                ? List.of(Format.EDF)
                : taken(words, Format.values(), Format::key);
        if (!words.isEmpty()) {
            throw new IllegalArgumentException("there is no shape, operation or format " + words.getFirst());
        }
        List<Row> rows = operations.stream()
                .flatMap(operation -> shapes.stream().map(shape -> new Row(shape, operation))).toList();
        if (profile && (rows.size() != 1 || formats.size() != 1)) {
            throw new IllegalArgumentException("a profile needs exactly one shape, one operation and one format");
        }
        boolean quick = parsed.has("--quick");
        return new EdfOptions(parsed.number("--rounds", quick ? 1 : 3), parsed.number("--warmups", 4),
                parsed.number("--iterations", quick ? 2 : 3), parsed.has("--patient"), parsed.has("--check"),
                profile ? parsed.number("--seconds", 20) : 0, rows, formats);
    }

    /** Takes those that are named out of the words, all if none is named. */
    private static <E> List<E> taken(List<String> words, E[] values, Function<E, String> key) {
        List<E> named = Stream.of(values).filter(value -> words.contains(key.apply(value))).toList();
        words.removeAll(named.stream().map(key).collect(Collectors.toSet()));
        return named.isEmpty() ? List.of(values) : named;
    }
}
