package io.ergo.sample.fleet;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ergo.Pid;
import io.ergo.sample.fleet.DeviceMessage.Description;
import org.jspecify.annotations.Nullable;

/// A device as the web shows it. What is null is left out.
///
/// @param name name of the device
/// @param pid its process; null if it does not run right now
/// @param restarts how often its supervisor started it again
/// @param lastSeen when the latest reading was made
/// @param metrics what is known of it, by metric
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeviceView(String name, @Nullable String pid, long restarts, @Nullable Instant lastSeen,
        Map<Metric, MetricView> metrics) {

    /// A window as the web shows it.
    ///
    /// @param unit unit of all values, empty for plain numbers
    /// @param last the latest value
    /// @param at when it was measured
    /// @param readings how many readings the window holds
    /// @param min the lowest value of the window
    /// @param max the highest value of the window
    /// @param mean the mean of the window
    /// @param values the window itself, oldest first; left out in lists
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MetricView(String unit, double last, Instant at, int readings, double min, double max, double mean,
            @Nullable List<Double> values) {

        static MetricView of(Metric metric, Window.Figures window) {
            return new MetricView(metric.unit(), window.last(), window.at(), window.values().size(), window.min(),
                    window.max(), window.mean(), window.values());
        }

        MetricView withoutValues() {
            return new MetricView(unit, last, at, readings, min, max, mean, null);
        }
    }

    static DeviceView running(String name, Pid pid, long restarts, Description description) {
        Map<Metric, MetricView> metrics = new EnumMap<>(Metric.class);
        description.windows().forEach((metric, window) -> metrics.put(metric, MetricView.of(metric, window)));
        return new DeviceView(name, pid.toString(), restarts, description.lastSeen(), metrics);
    }

    static DeviceView notRunning(String name, long restarts) {
        return new DeviceView(name, null, restarts, null, Map.of());
    }

    DeviceView withoutValues() {
        Map<Metric, MetricView> shorter = new EnumMap<>(Metric.class);
        metrics.forEach((metric, view) -> shorter.put(metric, view.withoutValues()));
        return new DeviceView(name, pid, restarts, lastSeen, shorter);
    }
}
