package io.ergo.sample.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// A reading as it comes from the web: everything may be missing or wrong. Only what [#check] lets through becomes a message, so no
/// process has to ask whether a reading makes sense.
///
/// @param device name of the device
/// @param metric name of the metric
/// @param value the value
/// @param unit unit of the value; if it is left out, the one of the metric
/// @param time when it was measured; if it is left out, now
record ReadingBody(@Nullable String device, @Nullable String metric, @Nullable Double value, @Nullable String unit,
        @Nullable Instant time) {

    private static final Pattern DEVICE_NAME = Pattern.compile(FleetProperties.DEVICE_NAME);
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);
    private static final String METRICS = Arrays.stream(Metric.values()).map(Metric::toString)
            .collect(Collectors.joining(", "));

    /// Returns the reading.
    ///
    /// @param index its place in what was posted, 0 being the first
    /// @throws FleetProblem that says what is wrong with it
    static Reading check(@Nullable ReadingBody body, int index, Instant now) {
        if (body == null) {
            throw FleetProblem.badReading(index, "it is null");
        }
        try {
            Metric metric = body.checkedMetric();
            return new Reading(body.checkedDevice(), metric, body.checkedValue(metric), body.checkedTime(now));
        } catch (IllegalArgumentException wrong) {
            throw FleetProblem.badReading(index, String.valueOf(wrong.getMessage()));
        }
    }

    private String checkedDevice() {
        if (device == null || !DEVICE_NAME.matcher(device).matches()) {
            throw wrong("the device is " + shown(device) + " but must be a name of 1 to 63 letters, digits, dots, "
                    + "underscores and hyphens that begins with a letter or a digit");
        }
        return device;
    }

    private Metric checkedMetric() {
        return Metric.named(metric == null ? "" : metric)
                .orElseThrow(() -> wrong("the metric is " + shown(metric) + " but must be one of " + METRICS));
    }

    private double checkedValue(Metric metric) {
        if (value == null) {
            throw wrong("the value is missing");
        }
        double converted = value * factor(metric);
        if (!metric.allows(converted)) {
            throw wrong("the value is " + value + " but " + metric + " goes " + metric.range()
                    + (metric.isShare() ? "; percent need the unit \"%\"" : ""));
        }
        return converted;
    }

    private double factor(Metric metric) {
        if (unit == null || unit.equals(metric.unit())) {
            return 1;
        }
        if (metric.isShare() && unit.equals("%")) {
            return 0.01;
        }
        throw wrong("the unit is " + shown(unit) + " but " + metric + " has the unit \"" + metric.unit() + "\""
                + (metric.isShare() ? " or \"%\"" : ""));
    }

    /// Old readings are welcome, a device may have been out of reach; readings from the future mean that its clock is wrong.
    private Instant checkedTime(Instant now) {
        if (time == null) {
            return now;
        }
        if (time.isAfter(now.plus(CLOCK_DIFFERENCE))) {
            throw wrong("the time is " + time + ", in the future; set the clock of the device, here it is " + now);
        }
        return time;
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what);
    }

    private static String shown(@Nullable String text) {
        if (text == null) {
            return "missing";
        }
        return text.length() <= 40 ? "'" + text + "'"
                : "'" + text.substring(0, 40) + "…' (" + text.length() + " characters)";
    }
}
