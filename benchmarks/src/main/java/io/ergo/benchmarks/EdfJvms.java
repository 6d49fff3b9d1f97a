package io.ergo.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.ergo.benchmarks.edf.Format;
import io.ergo.benchmarks.edf.ResultMain;
import io.ergo.benchmarks.edf.Shape;
import io.ergo.benchmarks.figure.Figure;
import io.ergo.benchmarks.figure.FigureLines;

/** The JVMs that measure: those of JMH for times, one of its own for the size of each result. */
final class EdfJvms implements EdfRun.Measurement {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** The heap in use contains whole buffers of threads, so these are small. */
    private static final List<String> FLAGS = Stream
            .concat(Jvm.FLAGS.stream(), Stream.of(JmhFork.UNSAFE, "-XX:-ResizeTLAB", "-XX:TLABSize=16k")).toList();

    private final JmhFork fork;
    private final Map<Shape, Double> resultBytes = new EnumMap<>(Shape.class);

    EdfJvms(EdfOptions options) {
        this.fork = new JmhFork(options);
    }

    @Override
    public Figure measure(EdfOptions.Row row, Format format) {
        return fork.measure(row, format);
    }

    @Override
    public double resultBytes(Shape shape) throws IOException, InterruptedException {
        Double known = resultBytes.get(shape);
        if (known != null) {
            return known;
        }
        List<String> lines = Jvm.program(LIMIT).run("edf-result-" + shape.key(),
                Jvm.command(FLAGS, ResultMain.class, List.of(Format.EDF.name(), shape.name())));
        double bytes = FigureLines.parse(lines).getFirst().value();
        resultBytes.put(shape, bytes);
        return bytes;
    }
}
