package io.ergo.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

import io.ergo.engine.NodeBuilder;
import io.ergo.spi.Dispatcher;
import io.ergo.spi.Simulation;
import io.ergo.spi.Waiter;
import org.awaitility.Awaitility;

/** The simulation: one thing at a time, virtual time, an order drawn from the seed. Each node has one of its own; they go on in turns. */
final class SimulatedDrive implements Drive {

    private static final Duration FIRST_STEP = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofMinutes(30);

    private final long seed;
    private final UnaryOperator<Dispatcher> pace;
    private final List<Simulation> simulations = new ArrayList<>();

    SimulatedDrive(long seed, UnaryOperator<Dispatcher> pace) {
        this.seed = seed;
        this.pace = pace;
    }

    @Override
    public NodeBuilder prepare(NodeBuilder builder) {
        return prepare(builder, simulation -> simulation);
    }

    @Override
    public NodeBuilder prepare(NodeBuilder builder, UnaryOperator<Dispatcher> around) {
        Simulation simulation = NodeBuilder.simulation(seed + simulations.size());
        simulations.add(simulation);
        int incarnation = simulations.size();
        return builder.dispatcher(around.apply(pace.apply(simulation))).completions(Runnable::run)
                .creations((_, nowSeconds) -> nowSeconds + incarnation);
    }

    @Override
    public void await(String what, BooleanSupplier condition) {
        simulations.forEach(Simulation::runUntilIdle);
        Duration passed = Duration.ZERO;
        for (Duration step = FIRST_STEP; !condition.getAsBoolean(); step = step.multipliedBy(2)) {
            if (passed.compareTo(LONG) > 0) {
                throw new AssertionError(what + ": still not so after " + passed + " of virtual time");
            }
            advance(step);
            passed = passed.plus(step);
        }
    }

    private void advance(Duration step) {
        simulations.forEach(simulation -> simulation.advance(step));
    }

    @Override
    public Gate gate() {
        return new Barrier(simulations, new ArrayList<>(), new AtomicBoolean(), new AtomicBoolean());
    }

    @Override
    public boolean isThreaded() {
        return false;
    }

    @Override
    public void close() {
        for (Simulation simulation : simulations) {
            simulation.close();
            Awaitility.await("the threads of the simulation end").pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1)).until(() -> simulation.threads() == 0);
        }
    }

    /** Each who comes to it has a waiter of its own: a waiter wakes one. */
    private record Barrier(List<Simulation> simulations, List<Waiter> waiters, AtomicBoolean reached,
            AtomicBoolean opened) implements Gate {

        @Override
        public void pass() {
            reached.set(true);
            if (opened.get()) {
                return;
            }
            Waiter waiter = new Waiter(Long.MAX_VALUE);
            waiters.add(waiter);
            Simulation here = simulations.stream().filter(simulation -> simulation.current() != null).findAny()
                    .orElse(simulations.getFirst());
            here.await(waiter, here.current());
        }

        @Override
        public void open() {
            opened.set(true);
            waiters.forEach(waiter -> waiter.complete("open"));
        }

        @Override
        public boolean isReached() {
            return reached.get();
        }
    }
}
