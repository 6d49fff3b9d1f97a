package io.ergo.engine.application;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import io.ergo.ApplicationMode;
import io.ergo.ApplicationSpec;
import io.ergo.ApplicationState;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.engine.process.Kernel;
import io.ergo.engine.process.Membership;
import io.ergo.spi.Waiter;
import org.jspecify.annotations.Nullable;

/**
 * One life of an application, from its start to its last member's end. It decides what the end of a member means, by the mode:
 *
 * <pre>
 *               normal or shutdown    other reason
 *   TEMPORARY   nothing               nothing
 *   TRANSIENT   nothing               stop with that reason
 *   PERMANENT   stop with that reason stop with that reason
 * </pre>
 *
 * <p>Any thread; guarded by itself. Exit signals, kills and callbacks happen without the lock.
 */
final class Run implements Membership {

    private static final Object CHANGED = new Object();

    private final ApplicationSpec spec;
    private final ApplicationMode mode;
    private final Kernel kernel;
    private final Node node;
    private final Consumer<Run> whenEnded;
    private final long startedNanos;
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();

    private final List<Pid> members = new ArrayList<>();
    /** Members that ended before their spawn returned. */
    private final Map<Pid, Reason> early = new HashMap<>();
    private boolean starting = true;
    private boolean stopping;
    private boolean over;
    private @Nullable Reason reason;
    /** The application knows that this run is over, and its callback has run. */
    private volatile boolean ended;

    Run(ApplicationSpec spec, ApplicationMode mode, Kernel kernel, Node node, Consumer<Run> whenEnded) {
        this.spec = spec;
        this.mode = mode;
        this.kernel = kernel;
        this.node = node;
        this.whenEnded = whenEnded;
        this.startedNanos = kernel.dispatcher().nanoTime();
    }

    /** The start loop has spawned a member. */
    void joined(Pid member) {
        Reason ended;
        synchronized (this) {
            ended = early.remove(member);
            members.add(member);
        }
        if (ended != null) {
            ended(member, ended);
        }
    }

    /** The start loop is through. */
    void started() {
        boolean running;
        synchronized (this) {
            starting = false;
            running = !stopping;
        }
        if (running) {
            told("start", () -> spec.callbacks().started(node, mode));
        } else {
            members().forEach(kernel::shutdown);
        }
        finishIfEmpty();
    }

    /** A member could not be started: the others go, and nobody is told of an end since there was no start. */
    void abort() {
        synchronized (this) {
            over = true;
            stopping = true;
        }
        killAll();
    }

    @Override
    public void ended(Pid member, Reason outside) {
        boolean stopOthers;
        synchronized (this) {
            if (!members.remove(member)) {
                early.put(member, outside);
                return;
            }
            stopOthers = !stopping && endsApplication(outside);
            if (stopOthers) {
                stopping = true;
                reason = outside;
            }
        }
        if (stopOthers) {
            members().reversed().forEach(kernel::shutdown);
        }
        finishIfEmpty();
        waiters.forEach(waiter -> waiter.complete(CHANGED));
    }

    private boolean endsApplication(Reason outside) {
        return switch (mode) {
            case TEMPORARY -> false;
            case TRANSIENT -> !outside.isNormalEnd();
            case PERMANENT -> true;
        };
    }

    private void finishIfEmpty() {
        Reason why;
        synchronized (this) {
            if (over || starting || !members.isEmpty()) {
                return;
            }
            over = true;
            why = reason == null ? Reason.NORMAL : reason;
        }
        whenEnded.accept(this);
        told("end", () -> spec.callbacks().terminated(node, why));
        ended = true;
        waiters.forEach(waiter -> waiter.complete(CHANGED));
    }

    private void told(String what, Runnable callback) {
        try {
            callback.run();
        } catch (Throwable thrown) { // the user's code; whatever it throws, the application goes on or ends as it would have
            kernel.report("application '" + spec.name() + "': the callback for its " + what + " threw", thrown);
        }
    }

    /** Begins to stop; returns false if it is stopping already. */
    synchronized boolean stop(Reason why) {
        if (stopping) {
            return false;
        }
        stopping = true;
        reason = why;
        return true;
    }

    /** Asks one member after the other to end, the last one first, and waits for each; returns false if time runs out, after asking all. */
    boolean shutdownInReverse(Duration timeout) {
        long deadline = kernel.dispatcher().nanoTime() + Kernel.saturated(timeout);
        for (Pid member : members().reversed()) {
            kernel.shutdown(member);
            await(() -> !members().contains(member), deadline);
        }
        return await(() -> ended, deadline);
    }

    void killAll() {
        members().forEach(kernel::kill);
    }

    boolean awaitEnd(Duration timeout) {
        return await(() -> ended, kernel.dispatcher().nanoTime() + Kernel.saturated(timeout));
    }

    boolean awaitEmpty(Duration timeout) {
        return awaitEmptyUntil(kernel.dispatcher().nanoTime() + Kernel.saturated(timeout));
    }

    private boolean awaitEmptyUntil(long deadline) {
        return await(() -> members().isEmpty(), deadline);
    }

    private boolean await(BooleanSupplier condition, long deadline) {
        while (!condition.getAsBoolean() && deadline - kernel.dispatcher().nanoTime() > 0) {
            Waiter waiter = new Waiter(deadline);
            waiters.add(waiter);
            if (!condition.getAsBoolean()) {
                kernel.dispatcher().await(waiter, kernel.dispatcher().current());
            }
            waiters.remove(waiter);
        }
        return condition.getAsBoolean();
    }

    synchronized List<Pid> members() {
        return List.copyOf(members);
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    synchronized ApplicationState state() {
        return stopping ? ApplicationState.STOPPING : ApplicationState.RUNNING;
    }

    ApplicationMode mode() {
        return mode;
    }

    Duration uptime() {
        return Duration.ofNanos(kernel.dispatcher().nanoTime() - startedNanos);
    }
}
