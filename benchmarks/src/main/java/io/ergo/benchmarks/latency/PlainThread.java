package io.ergo.benchmarks.latency;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.benchmarks.figure.Figure;

/** Starts virtual threads, one each millisecond, while twice as many busy processes as there are processors keep all of them busy. */
final class PlainThread implements Check {

    private static final int STARTS = 3_000;
    private static final Duration WARMUP = Duration.ofSeconds(3);

    @Override
    public List<Figure> measure(Node node) throws InterruptedException {
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
            Pid busy = node.spawn(Busy::new);
            node.send(busy, 1L);
        }
        Pace.pause(WARMUP);
        return Pace.measured(STARTS, PlainThread::start).figures("virtual-thread-start");
    }

    private static long start() {
        AtomicLong runs = new AtomicLong();
        long begin = System.nanoTime();
        Thread thread = Thread.startVirtualThread(() -> runs.set(System.nanoTime()));
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while a virtual thread should start", e);
        }
        return runs.get() - begin;
    }
}
