package io.ergo.sample.fleet;

import java.util.EnumMap;
import java.util.Map;

import com.sun.management.OperatingSystemMXBean;
import io.ergo.spring.ErgoActor;

/// Samples how busy the processors are.
@ErgoActor
class LoadProbe extends Probe {

    private final OperatingSystemMXBean system;

    LoadProbe(Machine machine, OperatingSystemMXBean system) {
        super(machine);
        this.system = system;
    }

    /// A negative figure means that the system does not tell (Windows has no load average) or not yet.
    @Override
    Map<Metric, Double> read() {
        Map<Metric, Double> figures = new EnumMap<>(Metric.class);
        figures.put(Metric.LOAD, system.getSystemLoadAverage());
        figures.put(Metric.CPU, system.getCpuLoad());
        figures.values().removeIf(value -> !(value >= 0));
        return figures;
    }
}
