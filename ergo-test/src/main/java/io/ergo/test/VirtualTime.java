package io.ergo.test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import io.ergo.engine.NodeBuilder;
import io.ergo.spi.Simulation;

/** A simulation, whose pids are the same in each run. While a condition is awaited, time passes in steps of a hundredth of what has passed, at least a millisecond each. */
record VirtualTime(Simulation simulation) implements Pace {

    private static final long SHORTEST_STEP_NANOS = 1_000_000;
    private static final int STEPS = 100;

    @Override
    public void prepare(NodeBuilder builder) {
        AtomicLong last = new AtomicLong();
        builder.dispatcher(simulation).completions(Runnable::run)
                .creations((name, nowSeconds) -> last.updateAndGet(before -> Math.max(nowSeconds, before + 1)));
    }

    @Override
    public boolean await(Duration atMost, BooleanSupplier condition) {
        long begin = simulation.nanoTime();
        simulation.runUntilIdle();
        while (!condition.getAsBoolean()) {
            long passed = simulation.nanoTime() - begin;
            long left = atMost.toNanos() - passed;
            if (left <= 0) {
                return false;
            }
            simulation.advance(Duration.ofNanos(Math.min(left, Math.max(SHORTEST_STEP_NANOS, passed / STEPS))));
        }
        return true;
    }

    @Override
    public void advance(Duration duration) {
        simulation.advance(duration);
    }

    @Override
    public void settle() {
        simulation.runUntilIdle();
    }

    @Override
    public Inbox inbox() {
        return new SimulatedInbox(simulation);
    }

    @Override
    public String replay() {
        return "simulated with seed " + simulation.seed() + "; run it again with @ErgoTest(seed = " + simulation.seed()
                + ") or -D" + Seeds.PROPERTY + "=" + simulation.seed();
    }
}
