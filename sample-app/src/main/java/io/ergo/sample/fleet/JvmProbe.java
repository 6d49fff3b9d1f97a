package io.ergo.sample.fleet;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.EnumMap;
import java.util.Map;

import io.ergo.spring.ErgoActor;

/// Samples the JVM this program runs in.
@ErgoActor
class JvmProbe extends Probe {

    /// What the sample before saw; a restarted probe compares with the start of the JVM.
    private long lastUptimeMillis;
    private long lastCollectionMillis;

    JvmProbe(Machine machine) {
        super(machine);
    }

    @Override
    Map<Metric, Double> read() {
        Map<Metric, Double> figures = new EnumMap<>(Metric.class);
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        if (heap.getMax() > 0) {
            figures.put(Metric.HEAP, (double) heap.getUsed() / heap.getMax());
        }
        figures.put(Metric.THREADS, (double) ManagementFactory.getThreadMXBean().getThreadCount());
        long uptime = ManagementFactory.getRuntimeMXBean().getUptime();
        if (uptime > lastUptimeMillis) {
            figures.put(Metric.GC, collecting(uptime));
        }
        return figures;
    }

    private double collecting(long uptimeMillis) {
        long collectionMillis = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime).filter(millis -> millis > 0).sum();
        double share = (double) (collectionMillis - lastCollectionMillis) / (uptimeMillis - lastUptimeMillis);
        lastUptimeMillis = uptimeMillis;
        lastCollectionMillis = collectionMillis;
        return Math.clamp(share, 0, 1);
    }
}
