package io.ergo.benchmarks.soak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

import io.ergo.Node;

/** All kinds of {@link Load} at once, until all of them are over and the node holds nothing of them any more. Use it from one thread. */
final class Lap {

    private static final long LOOK_NANOS = 1_000_000;
    private static final int LOOKS = 60_000;

    private final Node node;
    private final double share;

    /**
     * Creates one that can be run again and again.
     *
     * @param share of the usual amount of work
     */
    Lap(Node node, double share) {
        this.node = node;
        this.share = share;
    }

    /**
     * Runs it.
     *
     * @throws ExecutionException if a load fails
     * @throws IllegalStateException if the node still holds something a minute later
     */
    void run() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> loads = new ArrayList<>();
            Arrays.stream(Load.values()).forEach(load -> loads.add(threads.submit(() -> {
                load.run(node, share);
                return null;
            })));
            for (Future<?> load : loads) {
                load.get();
            }
        }
        for (int i = 0; i < LOOKS && !node.audit().isClean(); i++) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        if (!node.audit().isClean()) {
            throw new IllegalStateException("the node must hold nothing between two laps but holds " + node.audit());
        }
    }
}
