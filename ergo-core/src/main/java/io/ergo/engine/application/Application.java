package io.ergo.engine.application;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.ergo.ApplicationInfo;
import io.ergo.ApplicationOptions;
import io.ergo.ApplicationSpec;
import io.ergo.ApplicationState;
import io.ergo.ErgoException;
import io.ergo.LogLevel;
import io.ergo.Node;
import io.ergo.Reason;
import io.ergo.engine.process.Kernel;
import io.ergo.engine.process.Variables;
import org.jspecify.annotations.Nullable;

/**
 * A loaded application. It is started any number of times, each time as a new {@link Run}.
 *
 * <pre>
 *   LOADED ──start──→ RUNNING ──stop, or a member's end by the mode──→ STOPPING ──last member gone──→ LOADED
 *                     RUNNING ──last member gone──→ LOADED
 *   LOADED ──unload──→ gone
 * </pre>
 *
 * <p>Any thread; the state is guarded by this object, and no lock is held while members start or end.
 */
final class Application {

    private static final Duration BRIEFLY = Duration.ofSeconds(5);

    final ApplicationSpec spec;
    private final Kernel kernel;
    private final Supplier<Variables> nodeEnv;
    private final Map<String, Object> env;
    private @Nullable Run run;
    /** The latest run, also when it is over. */
    private @Nullable Run latest;
    private boolean unloaded;

    Application(ApplicationSpec spec, Kernel kernel, Supplier<Variables> nodeEnv) {
        this.spec = spec;
        this.kernel = kernel;
        this.nodeEnv = nodeEnv;
        this.env = Variables.none().with(spec.env(), kernel.log()).all();
    }

    String name() {
        return spec.name();
    }

    // ---- start

    /** Refuses a start that could not succeed, before anything happens. */
    void refuseStart() {
        Run present = current();
        if (present != null) {
            throw busy(present);
        }
    }

    private ErgoException busy(Run present) {
        boolean running = present.state() == ApplicationState.RUNNING;
        return ErgoException.of(running ? Reason.APPLICATION_RUNNING : Reason.APPLICATION_STATE,
                "start of '" + name() + "'");
    }

    /** Returns a run that nobody knows yet. */
    Run prepare(ApplicationOptions options, Node node) {
        return new Run(spec, options.mode().orElse(spec.mode()), env().with(options.env(), kernel.log()),
                level(options), kernel, node, this::ended);
    }

    private LogLevel level(ApplicationOptions options) {
        LogLevel level = options.logLevel() == LogLevel.DEFAULT ? spec.logLevel() : options.logLevel();
        return level == LogLevel.DEFAULT ? kernel.log().level() : level;
    }

    private Variables env() {
        return nodeEnv.get().with(env, kernel.log());
    }

    /** Makes the run the one of this application, which must have none. */
    void claim(Run fresh) {
        Run present = claimUnlessThere(fresh);
        if (present != fresh) {
            throw busy(present);
        }
    }

    /** Returns the run that is there; it is the fresh one if there was none. */
    synchronized Run claimUnlessThere(Run fresh) {
        if (unloaded) {
            throw ErgoException.of(Reason.APPLICATION_UNKNOWN, "'" + name() + "', which was unloaded meanwhile");
        }
        if (run == null) {
            run = fresh;
            latest = fresh;
        }
        return run;
    }

    /** The run has no members any more. */
    private synchronized void ended(Run over) {
        if (run == over) {
            run = null;
        }
    }

    /** Waits until the members run that somebody else is starting. */
    void awaitStarted(Run other, Duration timeout) {
        boolean inside = kernel.isInside(name());
        if (!other.awaitStarted(inside ? Duration.ZERO : timeout)) {
            throw ErgoException.of(Reason.APPLICATION_STATE, "'" + name() + "' is not started "
                    + (inside ? "before the process that asks goes on" : "in time, or was stopped meanwhile"));
        }
    }

    // ---- stop

    /** Stops the members, see {@link Node#stopApplication(String, Duration)}. */
    void stop(Duration timeout) {
        Run stopping = current();
        if (stopping == null) {
            return;
        }
        if (!stopping.stop()) {
            refuseSecondStop(stopping);
            return;
        }
        List<String> dependants = stopping.dependants();
        if (!dependants.isEmpty()) {
            kernel.log().warn("application '{}' is stopped, although others depend on it and go on: {}", name(),
                    dependants);
        }
        if (!end(stopping, timeout)) {
            throw late(stopping, timeout);
        }
    }

    private void refuseSecondStop(Run stopping) {
        if (stopping.state() == ApplicationState.STOPPING && current() == stopping) {
            throw ErgoException.of(Reason.APPLICATION_STOPPING,
                    "stop of '" + name() + "', which is stopping already");
        }
    }

    private ErgoException late(Run stopping, Duration timeout) {
        return ErgoException.light(Reason.APPLICATION_STOPPING,
                "'" + name() + "' did not end within " + timeout + "; still there: " + stopping.members());
    }

    private void logLate(Run stopping, Duration timeout) {
        kernel.log().warn("{}", late(stopping, timeout).getMessage());
    }

    /** Ends the members and waits, unless the calling thread runs one of its processes, which would wait for itself. */
    private boolean end(Run stopping, Duration timeout) {
        if (kernel.isInside(name())) {
            kernel.dispatcher().aside("ergo-application-stop " + name(), () -> {
                if (!stopping.shutdownInReverse(timeout)) {
                    logLate(stopping, timeout);
                }
            });
            return true;
        }
        return stopping.shutdownInReverse(timeout);
    }

    /** Stops as part of the node's stop: one that stops already is waited for, and the callbacks of one that has ended, too. */
    void stopWithNode(Duration timeout) {
        Run stopping = latest();
        if (stopping == null) {
            return;
        }
        if (stopping.stop()) {
            if (!end(stopping, timeout)) {
                logLate(stopping, timeout);
            }
        } else if (stopping.awaitGone(timeout)) {
            stopping.awaitTold(timeout);
        } else {
            logLate(stopping, timeout);
        }
    }

    /** Goes back on a start, unless somebody depends on the application by now. */
    void takeBack(Run started) {
        if (started.stopUnlessUsed() && !end(started, BRIEFLY)) {
            logLate(started, BRIEFLY);
        }
    }

    /** Kills the members, see {@link Node#stopApplicationForce}. */
    void stopForce() {
        Run stopping = current();
        if (stopping == null) {
            return;
        }
        boolean inside = kernel.isInside(name());
        stopping.force();
        if (inside) {
            return;
        }
        if (!stopping.awaitGone(BRIEFLY)) {
            throw late(stopping, BRIEFLY);
        }
        stopping.awaitTold(BRIEFLY);
    }

    /** Refuses to be forgotten while it runs; afterwards it cannot be started any more. */
    synchronized void unload() {
        if (run != null) {
            throw ErgoException.of(Reason.APPLICATION_RUNNING, "unload of '" + name() + "'; stop it first");
        }
        unloaded = true;
    }

    // ---- questions

    synchronized @Nullable Run current() {
        return run;
    }

    private synchronized @Nullable Run latest() {
        return latest;
    }

    ApplicationState state() {
        Run now = current();
        return now == null ? ApplicationState.LOADED : now.state();
    }

    ApplicationInfo info(boolean exposeEnv) {
        Run now = current();
        if (now == null) {
            return new ApplicationInfo(name(), spec.profile(), spec.depends(), spec.mode(), ApplicationState.LOADED,
                    "", Duration.ZERO, exposeEnv ? env().all() : Map.of(), List.of());
        }
        return new ApplicationInfo(name(), spec.profile(), spec.depends(), now.mode(), now.state(), kernel.name(),
                now.uptime(), exposeEnv ? now.env().all() : Map.of(), now.members());
    }
}
