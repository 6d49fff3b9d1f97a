package io.ergo.benchmarks.soak;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.LinkedHashMap;
import java.util.Map;

import io.ergo.Node;
import io.ergo.NodeStatistics;

/**
 * What a node and its JVM hold between two laps.
 *
 * @param values by name: bytes of the heap after a collection, bytes of classes and code, threads, entries of tables
 */
record Sample(Map<String, Long> values) {

    static final String HEAP = "heap after collection, bytes";
    static final String CLASSES = "classes and code, bytes";
    static final String KERNEL_THREADS = "threads of the kernel's";
    static final String WORKERS = "threads of the dispatcher";
    private static final int COLLECTIONS = 3;

    /** Collects garbage and reads. */
    static Sample of(Node node) {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        Map<String, Long> values = new LinkedHashMap<>();
        values.put(HEAP, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        values.put(CLASSES, ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.NON_HEAP).map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed()).sum());
        values.put(KERNEL_THREADS, (long) ManagementFactory.getThreadMXBean().getThreadCount());
        var audit = node.audit();
        values.put(WORKERS, (long) audit.workers());
        values.put("processes", (long) audit.processes().size());
        values.put("names", (long) audit.names().size());
        values.put("aliases", (long) audit.aliases().size());
        values.put("links and monitors", (long) audit.relations().size());
        values.put("timers", (long) audit.timers());
        values.put("calls that wait", (long) audit.pendingCalls());
        NodeStatistics statistics = node.statistics();
        values.put("supervisors with a count of restarts", (long) statistics.restarts().size());
        return new Sample(values);
    }
}
