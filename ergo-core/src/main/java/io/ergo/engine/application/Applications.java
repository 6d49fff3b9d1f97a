package io.ergo.engine.application;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ergo.ApplicationInfo;
import io.ergo.ApplicationMode;
import io.ergo.ApplicationSpec;
import io.ergo.ApplicationState;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Reason;
import io.ergo.engine.process.Kernel;
import io.ergo.engine.process.Variables;
import org.jspecify.annotations.Nullable;

/** The applications of a node. Any thread. */
public final class Applications {

    private final Kernel kernel;
    private final boolean exposeEnv;
    /** In the order of loading; guarded by itself. */
    private final Map<String, Application> loaded = new LinkedHashMap<>();

    /** Creates the applications of a node that has none yet. */
    public Applications(Kernel kernel, boolean exposeEnv) {
        this.kernel = kernel;
        this.exposeEnv = exposeEnv;
    }

    /** Makes an application known. */
    public void load(ApplicationSpec spec, Variables nodeEnv) {
        if (spec == null) {
            throw ErgoException.of(Reason.INCORRECT, "the specification of an application must not be null");
        }
        synchronized (loaded) {
            if (loaded.containsKey(spec.name())) {
                throw ErgoException.of(Reason.TAKEN, "an application named '" + spec.name() + "' is loaded already");
            }
            loaded.put(spec.name(), new Application(spec, kernel, nodeEnv));
        }
    }

    /** Starts an application; a null mode means the one of its specification. */
    public void start(String name, @Nullable ApplicationMode mode, Node node) {
        Application application = require(name);
        application.start(node, mode != null ? mode : application.spec.mode());
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
            if (require(name).current() != null) {
                throw ErgoException.of(Reason.APPLICATION_RUNNING, "unload of '" + name + "'; stop it first");
            }
            loaded.remove(name);
        }
    }

    /** Returns what is known of an application. */
    public Optional<ApplicationInfo> info(String name) {
        return find(name).map(application -> application.info(exposeEnv));
    }

    /** Returns the names in the order of loading. */
    public List<String> names() {
        synchronized (loaded) {
            return List.copyOf(loaded.keySet());
        }
    }

    /** Returns how many are running. */
    public long running() {
        return all().stream().filter(a -> a.info(false).state() == ApplicationState.RUNNING).count();
    }

    /** Stops all in reverse order of loading; one that does not end in time goes on stopping. */
    public void stopAll(Duration timeoutEach) {
        for (Application application : all().reversed()) {
            try {
                application.stop(timeoutEach);
            } catch (ErgoException late) {
                kernel.log().warn("{}", late.getMessage());
            }
        }
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
