package io.ergo.sample.fleet;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/// The latest readings of one metric, in the order they came in. Belongs to one process, so nothing is synchronised.
final class Window {

    private final int size;
    private final Deque<Reading> readings = new ArrayDeque<>();

    Window(int size) {
        this.size = size;
    }

    void add(Reading reading) {
        if (readings.size() == size) {
            readings.removeFirst();
        }
        readings.addLast(reading);
    }

    /// Returns a copy that others may keep: messages and answers are immutable.
    Figures figures() {
        DoubleSummaryStatistics values = readings.stream().mapToDouble(Reading::value).summaryStatistics();
        Reading last = readings.getLast();
        return new Figures(last.value(), last.at(), values.getMin(), values.getMax(), values.getAverage(),
                readings.stream().map(Reading::value).toList());
    }

    /// A window as others see it.
    ///
    /// @param last the latest value
    /// @param at when it was measured
    /// @param min the lowest value of the window
    /// @param max the highest value of the window
    /// @param mean the mean of the window
    /// @param values the window itself, oldest first
    record Figures(double last, Instant at, double min, double max, double mean, List<Double> values) {}
}
