package io.ergo.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;

/**
 * Where figures come from.
 *
 * @param system operating system, version and architecture
 * @param processor the model as the system names it
 * @param processors how many of them this program may use
 * @param memoryGib memory in GiB
 * @param jdk name and version of the Java runtime
 * @param flags of each measuring JVM
 */
record Machine(String system, String processor, int processors, long memoryGib, String jdk, List<String> flags) {

    private static final Path CPUINFO = Path.of("/proc/cpuinfo");

    static Machine here() throws IOException {
        return here(Jvm.FLAGS);
    }

    static Machine here(List<String> flags) throws IOException {
        OperatingSystemMXBean bean = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(property("os.name") + " " + property("os.version") + " " + property("os.arch"),
                processorModel(),
                Runtime.getRuntime().availableProcessors(), Math.round((double) bean.getTotalMemorySize() / (1L << 30)),
                property("java.vm.name") + " " + property("java.vm.version"), flags);
    }

    @Override
    public String toString() {
        return "%s, %d × %s, %d GiB; %s; %s".formatted(system, processors, processor, memoryGib, jdk,
                String.join(" ", flags));
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    private static String processorModel() throws IOException {
        if (!Files.isReadable(CPUINFO)) {
            return "unknown processor";
        }
        try (Stream<String> lines = Files.lines(CPUINFO)) {
            return lines.filter(line -> line.startsWith("model name")).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("unknown processor");
        }
    }
}
