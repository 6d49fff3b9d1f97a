package io.ergo.engine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import io.ergo.Timing.Cancellable;
import io.ergo.spi.Simulation;
import io.ergo.spi.Waiter;
import org.jspecify.annotations.Nullable;

/**
 * Runs everything one at a time, in virtual time, in an order drawn from a seed. Ready tasks, results that a task
 * waits for, delayed actions and deadlines are equal: each may be next. Time passes only when none of them is ready,
 * from one due time to the next.
 *
 * <p>Tasks, delayed actions and what is put aside run on threads of the simulation, which pass a turn to each other
 * ({@link Stage}), so they may wait in the middle. The thread from outside that waits or advances gets its turn when
 * its wish is fulfilled. Two threads from outside must not use it at the same time: the second gets an {@link
 * IllegalStateException}. A task that blocks in another way than {@link #await} blocks all.
 *
 * <p>Wall-clock time begins with the year 2026 in each run. After {@link #close} nothing starts any more, and whoever
 * waits gets {@link Waiter#TIMED_OUT}; called from outside it returns when the tasks that waited are at their ends.
 */
public final class SimulatedDispatcher implements Simulation {
    private static final long WALL_START_MILLIS = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private final long seed;
    private final SystemPlatform platform = new SystemPlatform();
    private final Agenda agenda;
    private final Stage stage;
    private final long startNanos;

    private SimulatedDispatcher(long seed, Failures failures) {
        this.seed = seed;
        agenda = new Agenda(seed);
        stage = new Stage(agenda, platform, failures);
        startNanos = agenda.now();
    }

    /**
     * Creates a simulation.
     *
     * @param seed the same seed and the same calls give the same run
     * @param uncaught gets what was running and what it threw: exceptions that leave tasks, timers and actions put
     *     aside
     */
    public static SimulatedDispatcher seeded(long seed, BiConsumer<String, Throwable> uncaught) {
        return new SimulatedDispatcher(seed, new Failures(uncaught));
    }

    @Override
    public long seed() {
        return seed;
    }

    @Override
    public void runUntilIdle() {
        drive("run it", new Drive(() -> false, agenda.now()));
    }

    @Override
    public void advance(Duration duration) {
        long nanos = nanos("duration", duration);
        long now = agenda.now();
        drive("advance it", new Drive(() -> false, nanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + nanos));
    }

    @Override
    public void schedule(Task task, @Nullable Carrier by) {
        checkTurn("schedule a task");
        stage.add(new Event.Start(new Work.Activation(task)));
    }

    @Override
    public void await(Waiter waiter, @Nullable Carrier by) {
        Fiber fiber = Fiber.current(stage);
        if (fiber != null) {
            stage.await(fiber, waiter);
            return;
        }
        if (!stage.isClosed() && waiter.result() == null) {
            Agenda.Due deadline = agenda.addAfter(waiter.deadlineNanos() - agenda.now(), new Event.Expire(waiter));
            drive("wait for it", new Drive(() -> waiter.result() != null, Long.MAX_VALUE));
            agenda.remove(deadline);
        }
        waiter.complete(Waiter.TIMED_OUT); // if it was closed meanwhile
    }

    @Override
    public @Nullable Carrier current() {
        Fiber fiber = Fiber.current(stage);
        return fiber != null && fiber.runsTask() ? fiber : null;
    }

    @Override
    public Cancellable after(Duration delay, Runnable action) {
        long nanos = nanos("delay", delay);
        checkTurn("start a timer");
        SimulatedTimer timer = new SimulatedTimer(agenda, action);
        if (!stage.isClosed()) {
            timer.start(nanos);
        }
        return timer;
    }

    @Override
    public void aside(String name, Runnable action) {
        checkTurn("put '" + name + "' aside");
        stage.add(new Event.Start(new Work.Action(name, action)));
    }

    /** Does nothing: time stands still while a task runs, so none of them runs long. */
    @Override
    public void watch(Duration threshold, LongRunListener listener) {}

    @Override
    public Duration executingFor(Task task) {
        return Duration.ofNanos(stage.executingNanos(task));
    }

    @Override
    public long nanoTime() {
        return agenda.now();
    }

    @Override
    public long wallMillis() {
        return WALL_START_MILLIS + TimeUnit.NANOSECONDS.toMillis(agenda.now() - startNanos);
    }

    @Override
    public double random() {
        checkTurn("draw a number");
        return agenda.fraction();
    }

    @Override
    public int threads() {
        return platform.aliveThreads();
    }

    @Override
    public void close() {
        checkTurn("close it");
        stage.close();
        if (stage.running() == null) {
            runUntilIdle();
        }
    }

    private static long nanos(String what, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(what + " is " + duration + " but must not be negative");
        }
        return TimeUnit.NANOSECONDS.convert(duration);
    }

    private void drive(String what, Drive drive) {
        if (!stage.run(drive)) {
            throw misuse(what);
        }
    }

    private void checkTurn(String what) {
        Thread running = stage.running();
        if (running != null && running != Thread.currentThread()) {
            throw misuse(what);
        }
    }

    private IllegalStateException misuse(String what) {
        Thread running = stage.running();
        return new IllegalStateException("the simulation with seed " + seed + " is being run, now by thread '"
                + (running == null ? "none" : running.getName()) + "'; thread '" + Thread.currentThread().getName()
                + "' must not " + what + " meanwhile: use it from one thread, and let tasks wait with await");
    }
}
