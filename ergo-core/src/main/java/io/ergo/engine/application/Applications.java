package io.ergo.engine.application;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.ergo.ApplicationInfo;
import io.ergo.ApplicationLoader;
import io.ergo.ApplicationOptions;
import io.ergo.ApplicationSpec;
import io.ergo.ApplicationState;
import io.ergo.Args;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.Stop;
import io.ergo.engine.process.Kernel;
import io.ergo.engine.process.Variables;
import org.jspecify.annotations.Nullable;

/** The applications of a node. Any thread. */
public final class Applications {

    private final Kernel kernel;
    private final boolean exposeEnv;
    private final Supplier<Variables> nodeEnv;
    /** In the order of loading; guarded by itself. */
    private final Map<String, Application> loaded = new LinkedHashMap<>();
    private volatile boolean closed;

    /**
     * Creates the applications of a node that has none yet.
     *
     * @param exposeEnv whether information shows environment variables
     * @param nodeEnv the environment of the node at the moment
     */
    public Applications(Kernel kernel, boolean exposeEnv, Supplier<Variables> nodeEnv) {
        this.kernel = kernel;
        this.exposeEnv = exposeEnv;
        this.nodeEnv = nodeEnv;
    }

    /** Makes an application known whose specification somebody makes; returns its name. */
    public String load(ApplicationLoader loader, Args args, Node node) {
        present("the loader of an application", loader);
        present("the arguments of an application", args);
        ApplicationSpec spec;
        try {
            spec = loader.load(node, args);
        } catch (ErgoException failed) {
            throw failed;
        } catch (Stop stop) {
            throw ErgoException.of(stop.reason(), "load of an application");
        } catch (Throwable thrown) { // the user's code; it fails this load and nothing else
            kernel.report("the loader of an application threw", thrown);
            kernel.escaped(thrown);
            throw ErgoException.of(Reason.APPLICATION_LOAD_PANIC, Reason.panic(thrown).text());
        }
        load(spec);
        return spec.name();
    }

    /** Makes an application known. */
    public void load(ApplicationSpec spec) {
        present("the specification of an application", spec);
        if (spec.depends().network()) {
            throw ErgoException.of(Reason.APPLICATION_DEPENDS,
                    "load of '" + spec.name() + "', which needs the network; this node has none");
        }
        synchronized (loaded) {
            if (loaded.containsKey(spec.name())) {
                throw ErgoException.of(Reason.TAKEN, "an application named '" + spec.name() + "' is loaded already");
            }
            loaded.put(spec.name(), new Application(spec, kernel, nodeEnv));
        }
    }

    private static void present(String what, @Nullable Object value) {
        if (value == null) {
            throw ErgoException.of(Reason.INCORRECT, what + " must not be null");
        }
    }

    /** Starts an application, after those it depends on. */
    public void start(String name, ApplicationOptions options, Node node) {
        present("the options for the start of '" + name + "'", options);
        if (closed) {
            throw ErgoException.of(Reason.NODE_TERMINATED,
                    "start of '" + name + "': " + kernel.name() + " is stopping");
        }
        Application application = require(name);
        application.refuseStart();
        new Launch(application, options, node, () -> closed).start(Dependencies.of(application, this::find));
    }

    /** Stops an application. */
    public void stop(String name, Duration timeout) {
        if (timeout == null || timeout.isNegative()) {
            throw ErgoException.of(Reason.INCORRECT,
                    "the time-out for the stop of '" + name + "' is " + timeout + " but must not be negative");
        }
        require(name).stop(timeout);
    }

    /** Kills the members of an application. */
    public void stopForce(String name) {
        require(name).stopForce();
    }

    /** Forgets an application that does not run. */
    public void unload(String name) {
        synchronized (loaded) {
            require(name).unload();
            loaded.remove(name);
        }
    }

    /** Returns what is known of an application. */
    public Optional<ApplicationInfo> info(String name) {
        return find(name).map(application -> application.info(exposeEnv));
    }

    /** Returns the members of an application that is not just loaded. */
    public List<Pid> group(String name) {
        Run run = require(name).current();
        if (run == null) {
            throw ErgoException.of(Reason.of("application " + name + " is not running"), "");
        }
        return run.members();
    }

    /** Returns the names in the order of loading. */
    public List<String> names() {
        synchronized (loaded) {
            return List.copyOf(loaded.keySet());
        }
    }

    /** Returns the names of those that run in the order of loading. */
    public List<String> running() {
        return all().stream().filter(application -> application.state() == ApplicationState.RUNNING)
                .map(Application::name).toList();
    }

    /** Stops all, dependants first, else in reverse order of loading; one that does not end in time goes on stopping. None starts any more. */
    public void stopAll(Duration timeoutEach) {
        closed = true;
        Dependencies.stopOrder(all()).forEach(application -> application.stopWithNode(timeoutEach));
    }

    private List<Application> all() {
        synchronized (loaded) {
            return new ArrayList<>(loaded.values());
        }
    }

    private Optional<Application> find(String name) {
        synchronized (loaded) {
            return Optional.ofNullable(loaded.get(name));
        }
    }

    private Application require(String name) {
        return find(name).orElseThrow(
                () -> ErgoException.of(Reason.APPLICATION_UNKNOWN, "'" + name + "'; loaded are " + names()));
    }
}
