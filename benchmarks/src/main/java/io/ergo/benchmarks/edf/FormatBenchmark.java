package io.ergo.benchmarks.edf;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.Blackhole;

/** Encodes and decodes one shape in one format. A JVM that runs it sees one of each, so all calls of {@link Subject} have one target. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class FormatBenchmark {

    private static final int OPERATIONS = 50_000;

    /** The format. */
    @Param
    public Format format = Format.EDF;

    /** The shape. */
    @Param
    public Shape shape = Shape.STRING;

    private Subject subject = Format.EDF.open(Shape.STRING);

    /** Called by JMH. */
    public FormatBenchmark() {}

    /**
     * Prepares, and repeats the operation until it is compiled: on a machine that does other things too, the warm-up by time alone may be over
     * before that.
     */
    @Setup
    public void open(BenchmarkParams params, Blackhole results) {
        subject = format.open(shape);
        boolean encode = params.getBenchmark().endsWith("encode");
        for (int i = 0; i < OPERATIONS; i++) {
            results.consume(encode ? Integer.valueOf(encode()) : decode());
        }
    }

    /** Value to bytes. */
    @Benchmark
    public int encode() {
        return subject.encode();
    }

    /** Bytes to value. */
    @Benchmark
    public Object decode() {
        return subject.decode();
    }
}
