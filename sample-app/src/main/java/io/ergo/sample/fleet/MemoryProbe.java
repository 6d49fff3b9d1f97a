package io.ergo.sample.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;
import io.ergo.spring.ErgoActor;

/// Samples how much of the memory is in use.
@ErgoActor
class MemoryProbe extends Probe {

    private static final Path LINUX = Path.of("/proc/meminfo");

    private final OperatingSystemMXBean system;

    MemoryProbe(Machine machine, OperatingSystemMXBean system) {
        super(machine);
        this.system = system;
    }

    @Override
    Map<Metric, Double> read() throws IOException {
        double total = system.getTotalMemorySize();
        return total > 0 ? Map.of(Metric.MEMORY, Math.clamp(1 - available() / total, 0, 1)) : Map.of();
    }

    /// Linux fills free memory with copies of files, so that next to nothing is "free", and says apart how much programs can still get.
    private double available() throws IOException {
        if (!Files.isReadable(LINUX)) {
            return system.getFreeMemorySize();
        }
        try (Stream<String> lines = Files.lines(LINUX)) {
            return lines.filter(line -> line.startsWith("MemAvailable:")).findFirst()
                    .map(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024)
                    .orElseGet(() -> (double) system.getFreeMemorySize());
        }
    }
}
