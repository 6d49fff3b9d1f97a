package io.ergo.benchmarks.figure;

import java.util.Arrays;
import java.util.Collection;

/**
 * The median of some values and the bounds of their middle half. Between two values it interpolates linearly, so the median of an even
 * number of values is the mean of the middle two.
 *
 * @param low a quarter of the values is below
 * @param median half of the values is below
 * @param high three quarters of the values are below
 */
public record Quartiles(double low, double median, double high) {

    /**
     * Returns the quartiles of at least one value, in any order.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Quartiles of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("quartiles need at least one value; given: none");
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
