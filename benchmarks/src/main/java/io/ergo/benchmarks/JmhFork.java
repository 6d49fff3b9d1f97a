package io.ergo.benchmarks;

import java.util.List;
import java.util.Objects;

import io.ergo.benchmarks.edf.Format;
import io.ergo.benchmarks.edf.FormatBenchmark;
import io.ergo.benchmarks.figure.Figure;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures one row in one format in a fresh JVM, by JMH.
 *
 * @param warmups iterations of half a second before those that count
 * @param iterations iterations of 0.4 s whose median counts: a mean would take over what others did to one of them
 */
record JmhFork(int warmups, int iterations) {

    /** JMH and Fory use what the JDK warns of. */
    static final String UNSAFE = "--sun-misc-unsafe-memory-access=allow";
    /** The same for all sides; docs/performance.md tells why. */
    static final List<String> FLAGS = List.of("-XX:+UseCompactObjectHeaders", "-XX:+UseParallelGC", "-Xms512m",
            "-Xmx512m", "-XX:-BackgroundCompilation", UNSAFE);

    private static final TimeValue WARMUP = TimeValue.milliseconds(500);
    private static final TimeValue ITERATION = TimeValue.milliseconds(400);
    private static final int MEDIAN = 50;
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    JmhFork(EdfOptions options) {
        this(options.warmups(), options.iterations());
    }

    /**
     * Returns nanoseconds and allocated bytes of one operation.
     *
     * @throws Program.Failed if JMH does
     */
    Figure measure(EdfOptions.Row row, Format format) {
        long begin = System.nanoTime();
        try {
            RunResult result = new Runner(options(row, format)).runSingle();
            Result<?> time = result.getPrimaryResult();
            Result<?> bytes = Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED), ALLOCATED);
            return new Figure("edf-%s-%s-%s".formatted(row.shape().key(), row.operation().key(), format.key()),
                    time.getStatistics().getPercentile(MEDIAN), time.getScoreUnit(), time.getSampleCount(),
                    (System.nanoTime() - begin) / 1e9, bytes.getScore());
        } catch (RunnerException e) {
            throw new Program.Failed("JMH could not measure " + row + " in " + format.title() + ": " + e.getMessage());
        }
    }

    private Options options(EdfOptions.Row row, Format format) {
        return new OptionsBuilder().include(FormatBenchmark.class.getName() + "." + row.operation().key() + "$")
                .param("format", format.name()).param("shape", row.shape().name()).forks(1).warmupForks(0)
                .warmupIterations(warmups).warmupTime(WARMUP).measurementIterations(iterations)
                .measurementTime(ITERATION).addProfiler(GCProfiler.class).jvmArgs(FLAGS.toArray(String[]::new))
                .shouldFailOnError(true).verbosity(VerboseMode.SILENT).build();
    }
}
