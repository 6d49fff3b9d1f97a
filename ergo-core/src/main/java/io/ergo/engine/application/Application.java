package io.ergo.engine.application;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.ergo.ApplicationInfo;
import io.ergo.ApplicationMode;
import io.ergo.ApplicationSpec;
import io.ergo.ApplicationState;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.engine.process.Kernel;
import io.ergo.engine.process.Origin;
import io.ergo.engine.process.Variables;
import org.jspecify.annotations.Nullable;

/**
 * A loaded application. It is started any number of times, each time as a new {@link Run}.
 *
 * <pre>
 *   LOADED ──start──→ RUNNING ──stop, or a member's end by the mode──→ STOPPING ──last member gone──→ LOADED
 *                     RUNNING ──last member gone──→ LOADED
 * </pre>
 *
 * <p>Any thread; the state is guarded by this object, and no lock is held while members start or end.
 */
final class Application {

    private static final Duration FORCED_STOP = Duration.ofSeconds(5);

    final ApplicationSpec spec;
    private final Kernel kernel;
    private final Variables env;
    private @Nullable Run run;

    Application(ApplicationSpec spec, Kernel kernel, Variables nodeEnv) {
        this.spec = spec;
        this.kernel = kernel;
        this.env = nodeEnv.with(spec.env(), kernel.log());
    }

    void start(Node node, ApplicationMode mode) {
        Run starting = new Run(spec, mode, kernel, node, this::ended);
        synchronized (this) {
            refuseStart();
            run = starting;
        }
        for (ApplicationSpec.Member member : spec.group()) {
            if (starting.isStopping()) {
                break; // a member that ended already took the application with it
            }
            startMember(starting, member);
        }
        starting.started();
    }

    private void refuseStart() {
        if (run != null) {
            boolean stopping = run.isStopping();
            throw ErgoException.of(stopping ? Reason.APPLICATION_STATE : Reason.APPLICATION_RUNNING,
                    "start of '" + spec.name() + "'");
        }
    }

    private void startMember(Run starting, ApplicationSpec.Member member) {
        Origin origin = new Origin(kernel.core(), kernel.core(), spec.name(), starting, env, null);
        try {
            Pid pid = kernel.spawn(member.factory(), member.options().withName(member.name()), member.args(), origin);
            starting.joined(pid);
        } catch (RuntimeException failed) {
            starting.abort();
            starting.awaitEmpty(FORCED_STOP);
            ended(starting);
            throw failed;
        }
    }

    /** The run has no members any more. */
    private synchronized void ended(Run over) {
        if (run == over) {
            run = null;
        }
    }

    void stop(Duration timeout) {
        Run stopping = current();
        if (stopping == null) {
            return;
        }
        if (!stopping.stop(Reason.SHUTDOWN)) {
            throw ErgoException.of(Reason.APPLICATION_STOPPING,
                    "stop of '" + spec.name() + "', which is stopping already");
        }
        if (!stopping.shutdownInReverse(timeout)) {
            throw ErgoException.light(Reason.APPLICATION_STOPPING,
                    "'" + spec.name() + "' did not end within " + timeout + "; still there: " + stopping.members());
        }
    }

    void stopForce() {
        Run stopping = current();
        if (stopping != null) {
            stopping.stop(Reason.KILL);
            stopping.killAll();
            stopping.awaitEnd(FORCED_STOP);
        }
    }

    synchronized @Nullable Run current() {
        return run;
    }

    ApplicationInfo info(boolean exposeEnv) {
        Run now = current();
        Map<String, Object> shown = exposeEnv ? env.all() : Map.of();
        if (now == null) {
            return new ApplicationInfo(spec.name(), spec.description(), spec.mode(), ApplicationState.LOADED,
                    Duration.ZERO, shown,
                    List.of());
        }
        return new ApplicationInfo(spec.name(), spec.description(), now.mode(), now.state(), now.uptime(), shown,
                new ArrayList<>(now.members()));
    }
}
