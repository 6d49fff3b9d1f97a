package io.ergo.benchmarks.figure;

import java.util.Arrays;
import java.util.List;

/** Measured times of one kind of operation, and the times that a share of them does not exceed. Immutable. */
public final class Latencies {

    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;

    private final long[] sortedNanos;

    private Latencies(long[] sortedNanos) {
        this.sortedNanos = sortedNanos;
    }

    /**
     * Takes a copy of at least one time.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Latencies ofNanos(long... nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("latencies need at least one time; given: none");
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    /**
     * Returns the shortest measured time that at least this share of all times does not exceed.
     *
     * @param share above 0, at most 1
     */
    public long nanosAt(double share) {
        int rank = (int) Math.ceil(share * sortedNanos.length);
        return sortedNanos[Math.clamp(rank, 1, sortedNanos.length) - 1];
    }

    /** Returns the figures {@code NAME-p50}, {@code NAME-p99} and {@code NAME-p99.9} in microseconds. */
    public List<Figure> figures(String name) {
        return List.of(micros(name + "-p50", 0.5), micros(name + "-p99", 0.99), micros(name + "-p99.9", 0.999));
    }

    private Figure micros(String name, double share) {
        double seconds = Arrays.stream(sortedNanos).sum() / NANOS_PER_SECOND;
        return Figure.of(name, nanosAt(share) / NANOS_PER_MICRO, "us", sortedNanos.length, seconds);
    }
}
