package io.ergo.engine.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import io.ergo.spi.Dispatcher.Task;
import io.ergo.spi.Waiter;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a simulation: passes the turn from one to the next. The thread that gives the turn away draws what
 * happens next, so there is no thread that only decides, and a task that follows a task needs no change of threads.
 *
 * <p>Fields belong to whoever has the turn; outside a drive that is the thread that uses the simulation.
 */
final class Stage {
    private static final int KEPT_FIBERS = 64;
    private final Agenda agenda;
    private final SystemPlatform platform;
    private final Failures failures;
    private final Deque<Fiber> free = new ArrayDeque<>();
    /** In the order in which they began to wait, so that closing is repeatable too. */
    private final Map<Fiber, Waiter> waiting = new LinkedHashMap<>();
    private @Nullable Drive drive;
    /** Who has the turn, null outside a drive; all read it to find misuse. */
    private final AtomicReference<@Nullable Thread> running = new AtomicReference<>();
    private volatile boolean closed;

    Stage(Agenda agenda, SystemPlatform platform, Failures failures) {
        this.agenda = agenda;
        this.platform = platform;
        this.failures = failures;
    }

    @Nullable Thread running() {
        return running.get();
    }

    boolean isClosed() {
        return closed;
    }

    void add(Event event) {
        if (!closed) {
            agenda.add(event);
        }
    }

    // ---- the driver

    /**
     * Lets things happen until the drive is at its end. Returns false, and does nothing, while another drive goes on.
     */
    boolean run(Drive newDrive) {
        if (!running.compareAndSet(null, newDrive.turn().owner())) {
            return false;
        }
        drive = newDrive;
        try {
            passTurn(newDrive.turn());
        } finally {
            drive = null;
            running.set(null);
        }
        newDrive.throwIfFailed();
        return true;
    }

    /** Whoever has the turn. Fibers that wait go on one after the other, as soon as the turn comes to them. */
    void close() {
        closed = true;
        agenda.dropAllButResumptions();
        List.copyOf(waiting.values()).forEach(waiter -> waiter.complete(Waiter.TIMED_OUT));
        while (!free.isEmpty()) {
            Fiber fiber = free.pop();
            fiber.assign(null);
            fiber.turn().give(); // it touches nothing any more
        }
    }

    // ---- fibers

    /** The fiber has done its work and is there for another. */
    void free(Fiber fiber) {
        if (closed || free.size() >= KEPT_FIBERS) {
            give(next()); // it ends, for it has no work
        } else {
            free.push(fiber);
            passTurn(fiber.turn());
        }
    }

    /** The fiber waits for a result. */
    void await(Fiber fiber, Waiter waiter) {
        if (closed) {
            waiter.complete(Waiter.TIMED_OUT);
        }
        if (waiter.result() != null) {
            return;
        }
        waiting.put(fiber, waiter);
        fiber.noteTime();
        Agenda.Due deadline = agenda.addAfter(waiter.deadlineNanos() - agenda.now(), new Event.Expire(waiter));
        Resumption resumption = new Resumption(agenda, fiber);
        waiter.sleeper(resumption);
        if (waiter.result() != null) { // from outside, just now
            resumption.wake();
        }
        passTurn(fiber.turn());
        agenda.remove(deadline);
        waiting.remove(fiber);
    }

    /** Returns for how long the task has been executing what it executes now; time passes only while it waits. */
    long executingNanos(Task task) {
        return waiting.keySet().stream().mapToLong(fiber -> fiber.executingNanos(task)).max().orElse(0);
    }

    /** The simulation itself broke on a fiber, which ends. */
    void fail(Throwable error) {
        Drive current = Objects.requireNonNull(drive);
        current.fail(error);
        give(current.turn());
    }

    // ---- the turn

    private void passTurn(Turn mine) {
        Turn next = next();
        if (next != mine) {
            give(next);
            mine.await();
        }
    }

    private void give(Turn next) {
        running.set(next.owner());
        next.give();
    }

    private Turn next() {
        Drive current = Objects.requireNonNull(drive);
        while (!current.isDone()) {
            Event event = agenda.draw();
            Fiber fiber = event == null ? null : fiberFor(event);
            if (fiber != null) {
                return fiber.turn();
            }
            if (event == null && (closed || !agenda.jump(current.limitNanos()))) {
                break;
            }
        }
        return current.turn();
    }

    /** Returns whose turn it is because of the event; null if it is done already. */
    private @Nullable Fiber fiberFor(Event event) {
        return switch (event) {
            case Event.Start(Work work) -> assign(work);
            case Event.Fire(SimulatedTimer timer) -> {
                Runnable action = timer.take();
                yield action == null ? null : assign(new Work.Action("a timer", action));
            }
            case Event.Resume(Fiber fiber) -> fiber;
            case Event.Expire(Waiter waiter) -> {
                waiter.complete(Waiter.TIMED_OUT);
                yield null;
            }
        };
    }

    private Fiber assign(Work work) {
        Fiber fiber = free.isEmpty() ? new Fiber(this, agenda, platform, failures) : free.pop();
        fiber.assign(work);
        return fiber;
    }

    /** Makes a fiber ready when its result is there; once, though whoever completes may tell it more often. */
    private static final class Resumption implements Waiter.Sleeper {
        private final Agenda agenda;
        private final Fiber fiber;
        private boolean done;

        Resumption(Agenda agenda, Fiber fiber) {
            this.agenda = agenda;
            this.fiber = fiber;
        }

        @Override
        public synchronized void wake() {
            if (!done) {
                done = true;
                agenda.add(new Event.Resume(fiber));
            }
        }
    }
}
