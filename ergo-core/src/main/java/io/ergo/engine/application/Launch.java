package io.ergo.engine.application;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

import io.ergo.ApplicationOptions;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Reason;

/**
 * One start of an application, together with those it depends on and that do not run yet. If it fails, what it started is stopped again, the
 * last one first, but not what another application has come to depend on meanwhile. Used by the thread that starts.
 *
 * <p>The start holds each dependency while it is in progress, and each run those it depends on while it lives; so whoever goes back on a
 * start sees whether a dependency is needed by somebody else.
 */
final class Launch {

    /** How long a dependency may take that somebody else is starting; init callbacks are in it. */
    private static final Duration STARTED_BY_OTHERS = Duration.ofSeconds(30);

    private final Application root;
    private final ApplicationOptions options;
    private final Node node;
    private final BooleanSupplier nodeStops;
    private final Map<String, Run> held = new LinkedHashMap<>();
    private final List<Started> started = new ArrayList<>();

    private record Started(Application application, Run run) {}

    Launch(Application root, ApplicationOptions options, Node node, BooleanSupplier nodeStops) {
        this.root = root;
        this.options = options;
        this.node = node;
        this.nodeStops = nodeStops;
    }

    /** Starts the dependencies in this order, then the application. */
    void start(List<Dependencies.Step> dependencies) {
        boolean running = false;
        try {
            dependencies.forEach(this::ensure);
            Run run = root.prepare(options, node);
            root.claim(run);
            start(root, run);
            running = true;
        } finally {
            held.values().forEach(run -> run.release(this));
            if (!running) {
                started.reversed().forEach(dependency -> dependency.application().takeBack(dependency.run()));
            }
        }
    }

    private void start(Application application, Run run) {
        run.uses(application.spec.depends().applications().stream().map(held::get).filter(Objects::nonNull).toList());
        if (nodeStops.getAsBoolean()) { // looked at again now that the node's stop would see the run: one of the two sees the other
            run.stop();
        }
        run.start();
    }

    private void ensure(Dependencies.Step step) {
        try {
            hold(step.application());
        } catch (ErgoException failed) {
            throw ErgoException.of(Reason.APPLICATION_DEPENDS, "start of '" + root.name() + "', which needs "
                    + step.path() + ": " + failed.getMessage());
        }
    }

    private void hold(Application application) {
        Run fresh = application.prepare(options.forDependencies(), node);
        Run run = application.claimUnlessThere(fresh);
        if (!run.hold(this)) {
            throw ErgoException.of(Reason.APPLICATION_STATE, "'" + application.name() + "' is stopping");
        }
        held.put(application.name(), run);
        if (run == fresh) {
            start(application, run);
            started.add(new Started(application, run));
        } else {
            application.awaitStarted(run, STARTED_BY_OTHERS);
        }
    }
}
