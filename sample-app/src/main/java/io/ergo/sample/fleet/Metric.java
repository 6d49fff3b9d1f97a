package io.ergo.sample.fleet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be measured of a device. A closed list: readings of anything else are refused, and so are values that cannot be.
enum Metric {

    /// Programs that run or wait for a processor, averaged over a minute.
    LOAD("", 0, 1e6),
    /// Share of the processors' time that is used.
    CPU("share", 0, 1),
    /// Share of the memory that is in use.
    MEMORY("share", 0, 1),
    /// Share of the fullest disk that is in use.
    DISK("share", 0, 1),
    /// Share of the JVM's heap that is in use.
    HEAP("share", 0, 1),
    /// Share of the time the JVM collects garbage.
    GC("share", 0, 1),
    /// Threads of the JVM.
    THREADS("", 0, 1e9),
    /// What a sensor says.
    TEMPERATURE("°C", -273.15, 1e4);

    private final String unit;
    private final double lowest;
    private final double highest;

    Metric(String unit, double lowest, double highest) {
        this.unit = unit;
        this.lowest = lowest;
        this.highest = highest;
    }

    /// Finds a metric by the name it prints as.
    static Optional<Metric> named(String name) {
        return Arrays.stream(values()).filter(metric -> metric.toString().equals(name)).findFirst();
    }

    /// Returns the unit of its values, empty for plain numbers.
    String unit() {
        return unit;
    }

    boolean isShare() {
        return unit.equals("share");
    }

    /// Tells whether the value can be; NaN cannot.
    boolean allows(double value) {
        return value >= lowest && value <= highest;
    }

    /// Returns which values can be, in words.
    String range() {
        return "from " + lowest + " to " + highest;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
