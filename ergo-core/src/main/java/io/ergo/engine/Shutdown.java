package io.ergo.engine;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import io.ergo.ErgoException;
import io.ergo.Reason;
import io.ergo.engine.application.Applications;
import io.ergo.engine.process.Directory;
import io.ergo.engine.process.Kernel;
import io.ergo.spi.Dispatcher;
import io.ergo.spi.Waiter;

/**
 * The ordered end of a node: applications in reverse order, then all other processes, then, after the time-out, what is left is killed. On a
 * thread that runs a process it goes on elsewhere, since it would wait for itself. Any thread.
 */
final class Shutdown {

    private static final Object STOPPED = new Object();
    private static final Duration APPLICATION_STOP = Duration.ofSeconds(5);
    private static final Duration REPORT = Duration.ofSeconds(5);
    private static final Duration AFTER_KILL = Duration.ofSeconds(5);

    private final Kernel kernel;
    private final Directory directory;
    private final Applications applications;
    private final Duration timeout;
    private final Runnable afterTimeout;
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean stopped;
    private volatile boolean forced;
    private volatile boolean orderly;

    Shutdown(Kernel kernel, Directory directory, Applications applications, Duration timeout,
            Runnable afterTimeout) {
        this.kernel = kernel;
        this.directory = directory;
        this.applications = applications;
        this.timeout = timeout;
        this.afterTimeout = afterTimeout;
    }

    boolean isBegun() {
        return begun.get();
    }

    boolean isStopped() {
        return stopped;
    }

    boolean stop() {
        return begin("ergo-stop", this::inOrder);
    }

    /** Also while an ordered stop waits: that one finds its processes gone and goes on. */
    void force() {
        if (begun.get() && !stopped) {
            forced = true;
            kernel.refuseSpawns();
            directory.killAll();
        }
        begin("ergo-stop-force", this::byForce);
    }

    private boolean begin(String thread, Runnable sequence) {
        Dispatcher dispatcher = kernel.dispatcher();
        boolean first = begun.compareAndSet(false, true);
        if (directory.isInsideCallback()) {
            if (first) {
                dispatcher.aside(thread, sequence);
            }
            return false;
        }
        if (first) {
            sequence.run();
        } else {
            awaitStopped(Duration.ofNanos(Long.MAX_VALUE / 4));
        }
        return orderly;
    }

    private void inOrder() {
        applications.stopAll(APPLICATION_STOP);
        kernel.refuseSpawns();
        directory.shutdownAll();
        boolean ended = awaitEnds();
        orderly = ended && !forced;
        if (!ended) {
            kernel.log().error("node {}: the stop has waited {}; what still runs is killed: {}", kernel.name(), timeout,
                    directory.remaining());
        }
        byForce();
        if (!ended) {
            tellOfTimeout();
        }
    }

    /** The user's code; the node is stopped whatever it throws. */
    private void tellOfTimeout() {
        try {
            afterTimeout.run();
        } catch (RuntimeException | Error thrown) {
            kernel.report("node " + kernel.name() + ": what was to run after a stop that timed out threw", thrown);
        }
    }

    /** Waits as long as a stop may take, and says now and then what for. */
    private boolean awaitEnds() {
        Duration waited = Duration.ZERO;
        while (waited.compareTo(timeout) < 0) {
            Duration left = timeout.minus(waited);
            Duration step = left.compareTo(REPORT) < 0 ? left : REPORT;
            if (kernel.population().awaitEmpty(step)) {
                return true;
            }
            waited = waited.plus(step);
            if (waited.compareTo(timeout) < 0) {
                kernel.log().warn("node {}: the stop has waited {} of {} for {}", kernel.name(), waited, timeout,
                        directory.remaining());
            }
        }
        return false;
    }

    private void byForce() {
        kernel.refuseSpawns();
        directory.killAll();
        if (!kernel.population().awaitEmpty(AFTER_KILL)) {
            kernel.log().error("node {}: left behind, since their callbacks do not return: {}", kernel.name(),
                    directory.remaining());
        }
        kernel.close();
        stopped = true;
        kernel.log().info("node {} stopped", kernel.name());
        kernel.closeLoggers();
        waiters.forEach(waiter -> waiter.complete(STOPPED));
        kernel.dispatcher().close();
    }

    void await(Duration limit) {
        if (limit == null || limit.isNegative()) {
            throw ErgoException.of(Reason.INCORRECT,
                    "the time to wait for the stop of " + kernel.name() + " is " + limit + " but must not be negative");
        }
        if (stopped) {
            throw ErgoException.of(Reason.NODE_TERMINATED, kernel.name());
        }
        if (!awaitStopped(limit)) {
            throw ErgoException.light(Reason.TIMEOUT, "node " + kernel.name() + " still runs after " + limit);
        }
    }

    private boolean awaitStopped(Duration limit) {
        Waiter waiter = new Waiter(kernel.dispatcher().nanoTime() + Kernel.saturated(limit));
        waiters.add(waiter);
        try {
            if (!stopped && !limit.isZero()) {
                kernel.dispatcher().await(waiter, kernel.dispatcher().current());
            }
            return stopped;
        } finally {
            waiters.remove(waiter);
        }
    }
}
