package io.ergo.actuator;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

import io.ergo.Node;
import io.ergo.NodeStatistics;
import io.ergo.ProcessShortInfo;
import io.ergo.ProcessState;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/**
 * The meters of one node at one registry. Whoever reads one of them brings all up to date, at most once a second by the registry's clock, on
 * the reading thread; tag values that are new are registered then. Nothing runs while nobody reads. Any thread.
 */
final class NodeMeters {

    private static final long MAX_AGE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Node node;
    private final NodeView view;
    private final MeterRegistry registry;
    private final Clock clock;
    private final MeterOptions options;
    private final Sampling sampling;
    private final Registration registration;
    private final NodeCounters counters;
    private final MailboxDepths depths;

    /** Held by the one that reads the node; others meanwhile are content with what was read before. */
    private final ReentrantLock reading = new ReentrantLock();
    private volatile long readAt;
    private volatile Map<ProcessState, Long> processes = Map.of();
    private volatile long skipped;

    NodeMeters(Node node, MeterRegistry registry, MeterOptions options, Sampling sampling) {
        this.node = node;
        this.view = new NodeView(node);
        this.registry = registry;
        this.clock = registry.config().clock();
        this.options = options;
        this.sampling = sampling;
        this.registration = new Registration(registry, Tags.of("node", node.name()), this::refresh);
        reading.lock(); // a scrape may find the first meters while the others are being made
        try {
            this.counters = new NodeCounters(registration, options.maxTagValues());
            this.depths = new MailboxDepths(registration, options.maxTagValues());
            registerGauges();
            sampling.add(new SampleTimers(registration, options.maxTagValues()));
            read();
        } finally {
            reading.unlock();
        }
    }

    boolean isAt(MeterRegistry other) {
        return registry.equals(other);
    }

    /** Reads the node if what is known of it is older than a second. */
    void refresh() {
        if (clock.monotonicTime() - readAt >= MAX_AGE_NANOS && reading.tryLock()) {
            try {
                read();
            } finally {
                reading.unlock();
            }
        }
    }

    /** Reads the node, however fresh what is known of it is: a start changes all within a second. */
    void readNow() {
        reading.lock();
        try {
            read();
        } finally {
            reading.unlock();
        }
    }

    void close() {
        registration.close();
    }

    private void read() {
        readAt = clock.monotonicTime();
        sampling.attach();
        long creation = view.creation();
        NodeStatistics statistics = node.statistics();
        List<ProcessShortInfo> looked = view.processes(0, options.maxProcesses());
        counters.take(creation, statistics, supervisors(looked));
        processes = statistics.processes();
        depths.take(looked);
        skipped = Math.max(0, sum(processes) - looked.size());
    }

    private Set<String> supervisors(List<ProcessShortInfo> looked) {
        return looked.stream().filter(process -> !process.name().isEmpty())
                .filter(process -> view.supervision(process.pid()).isPresent()).map(ProcessShortInfo::name)
                .collect(Collectors.toSet());
    }

    private void registerGauges() {
        for (ProcessState state : ProcessState.values()) {
            registration.gauge("ergo.processes", "Processes, by state", Tags.of("state", Words.tag(state)), this,
                    meters -> meters.processes.getOrDefault(state, 0L));
        }
        registration.gauge("ergo.mailbox.depth.skipped",
                "Processes whose mailbox was not looked at, because there are too many of them",
                Tags.empty(), this, meters -> meters.skipped);
    }

    private static long sum(Map<ProcessState, Long> processes) {
        return processes.values().stream().mapToLong(Long::longValue).sum();
    }
}
