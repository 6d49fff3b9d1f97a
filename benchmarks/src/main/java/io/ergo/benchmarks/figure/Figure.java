package io.ergo.benchmarks.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One measured value, as a measuring program prints it: a line of JSON. The Go peer prints the same lines, without bytes.
 *
 * @param name what was measured
 * @param value how much
 * @param unit of the value: {@code 1/s}, {@code us}, {@code ms}, {@code bytes}, …
 * @param n how many operations stand behind it
 * @param seconds how long the measurement took
 * @param bytesPerMessage allocated bytes for each operation, summed over all threads; null if it was not measured
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(String name, double value, String unit, long n, double seconds, @Nullable Double bytesPerMessage) {

    /** Returns a figure without bytes. */
    public static Figure of(String name, double value, String unit, long n, double seconds) {
        return new Figure(name, value, unit, n, seconds, null);
    }
}
