package io.ergo.benchmarks.latency;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.benchmarks.figure.Figure;

/** The share of one processor that the JVM uses while ten thousand processes, awake before, have nothing to do. */
final class IdleCpu implements Check {

    private static final int PROCESSES = 10_000;
    private static final Duration REST = Duration.ofSeconds(2);
    private static final Duration TIME = Duration.ofSeconds(30);

    @Override
    public List<Figure> measure(Node node) throws InterruptedException {
        for (int i = 0; i < PROCESSES; i++) {
            Pid process = node.spawn(Echo::new);
            node.call(process, Echo.ASK);
        }
        System.gc();
        Pace.pause(REST);
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long begin = System.nanoTime();
        long used = system.getProcessCpuTime();
        Pace.pause(TIME);
        double share = (double) (system.getProcessCpuTime() - used) / (System.nanoTime() - begin);
        return List.of(Figure.of("idle-cpu", share, "processors", PROCESSES, TIME.toMillis() / 1e3));
    }
}
