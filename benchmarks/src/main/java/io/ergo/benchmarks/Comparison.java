package io.ergo.benchmarks;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import io.ergo.benchmarks.figure.Figure;
import io.ergo.benchmarks.figure.Quartiles;
import io.ergo.benchmarks.local.Workload;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one workload. Rates move by a factor of two from minute to minute on a shared machine, ratios of neighbours much less: so
 * the ratio is the median of the ratios of each pair, not the ratio of the medians.
 *
 * @param name of the figure
 * @param unit of the rates
 * @param ergo median of all runs
 * @param pekko median of all runs
 * @param ratioToPekko median over the pairs
 * @param ratioQuartiles over the pairs
 * @param bar the least ratio to Pekko, null if there is none
 * @param pass whether the median ratio reaches the bar, null if there is none
 * @param ergoBytesPerMessage median of all runs
 * @param pekkoBytesPerMessage median of all runs
 * @param go median of all runs, null if Go did not take part
 * @param ratioToGo over the pairs, null if Go did not take part
 * @param goBar the least ratio to Go, null if there is none or Go did not take part
 * @param goPass whether the median ratio to Go reaches its bar, null if there is none
 * @param ergoRuns all rates in the order of the pairs
 * @param pekkoRuns all rates in the order of the pairs
 * @param goRuns all rates in the order of the pairs, null if Go did not take part
 */
record Comparison(String name, String unit, double ergo, double pekko, double ratioToPekko, Quartiles ratioQuartiles,
        @Nullable Double bar, @Nullable Boolean pass, double ergoBytesPerMessage, double pekkoBytesPerMessage,
        @Nullable Double go,
        @Nullable Quartiles ratioToGo, @Nullable Double goBar, @Nullable Boolean goPass, List<Double> ergoRuns,
        List<Double> pekkoRuns, @Nullable List<Double> goRuns) {

    /**
     * Compares figures that stand in the order of the pairs.
     *
     * @param go null if Go did not take part
     */
    static Comparison of(Workload workload, List<Figure> ergo, List<Figure> pekko, @Nullable List<Figure> go) {
        List<Double> ergoRates = rates(ergo);
        List<Double> pekkoRates = rates(pekko);
        List<Double> goRates = go == null ? null : rates(go);
        Quartiles ratio = ratios(ergoRates, pekkoRates);
        Double bar = value(workload.bar());
        Quartiles ratioToGo = goRates == null ? null : ratios(ergoRates, goRates);
        Double goBar = ratioToGo == null ? null : value(workload.goBar());
        return new Comparison(workload.figure(), ergo.getFirst().unit(), median(ergoRates), median(pekkoRates),
                ratio.median(), ratio,
                bar, reached(ratio, bar), bytes(ergo), bytes(pekko), goRates == null ? null : median(goRates),
                ratioToGo,
                goBar, reached(ratioToGo, goBar), ergoRates, pekkoRates, goRates);
    }

    private static @Nullable Double value(OptionalDouble bar) {
        return bar.isPresent() ? bar.getAsDouble() : null;
    }

    private static @Nullable Boolean reached(@Nullable Quartiles ratio, @Nullable Double bar) {
        if (ratio == null || bar == null) {
            return null;
        }
        return ratio.median() >= bar;
    }

    /** Returns whether a bar is missed. */
    boolean missed() {
        return Boolean.FALSE.equals(pass) || Boolean.FALSE.equals(goPass);
    }

    private static List<Double> rates(List<Figure> figures) {
        return figures.stream().map(Figure::value).toList();
    }

    private static double median(List<Double> values) {
        return Quartiles.of(values).median();
    }

    private static Quartiles ratios(List<Double> ours, List<Double> theirs) {
        return Quartiles
                .of(IntStream.range(0, ours.size()).mapToObj(pair -> ours.get(pair) / theirs.get(pair)).toList());
    }

    private static double bytes(List<Figure> figures) {
        return median(figures.stream().map(Comparison::bytes).toList());
    }

    private static Double bytes(Figure figure) {
        Double bytes = figure.bytesPerMessage();
        if (bytes == null) {
            throw new IllegalArgumentException("a figure of a JVM must have bytes but is " + figure);
        }
        return bytes;
    }
}
