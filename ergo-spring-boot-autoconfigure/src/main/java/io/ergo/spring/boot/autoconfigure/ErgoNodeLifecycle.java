package io.ergo.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.ergo.Node;
import io.ergo.spring.ErgoNodeStartedEvent;
import io.ergo.spring.ErgoNodeStoppedEvent;
import io.ergo.spring.ErgoNodeStoppingEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.DefaultLifecycleProcessor;

/**
 * Starts a node with the context and stops it with the context: after other beans and before the web server takes
 * requests, and the other way round. Each start makes a new incarnation, so a context may be paused and resumed. The
 * context starts and stops it, one at a time; any thread may ask for the incarnation.
 */
final class ErgoNodeLifecycle implements SmartLifecycle {

    /** Below the web server, which starts and stops at {@code DEFAULT_PHASE - 2048}. */
    static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

    private static final Logger LOG = LoggerFactory.getLogger(ErgoNodeLifecycle.class);

    /** How long a node takes at most beside its time-out: for each application, and for what it had to kill. */
    private static final Duration STEP = Duration.ofSeconds(5);

    private final NodeFacade facade;
    private final Supplier<Node> starter;
    private final ErgoApplications applications;
    private final BooleanSupplier inProcess;
    private final ConfigurableApplicationContext context;
    private final ThreadFactory threads;
    private final ErgoProperties.Node properties;
    private volatile boolean running;
    private @Nullable KeepAlive alive;

    /**
     * Creates a lifecycle.
     *
     * @param facade is told of each incarnation
     * @param starter starts an incarnation without applications
     * @param applications what is started on it
     * @param inProcess whether the calling thread runs a process of the node
     * @param threads makes threads that keep the JVM alive
     */
    ErgoNodeLifecycle(NodeFacade facade, Supplier<Node> starter, ErgoApplications applications,
            BooleanSupplier inProcess,
            ConfigurableApplicationContext context, ThreadFactory threads, ErgoProperties.Node properties) {
        this.facade = facade;
        this.starter = starter;
        this.applications = applications;
        this.inProcess = inProcess;
        this.context = context;
        this.threads = threads;
        this.properties = properties;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void start() {
        waitForTheNode();
        Node node = starter.get();
        facade.become(node); // before the applications start, because their actors may ask it
        try {
            applications.startOn(node);
            context.publishEvent(new ErgoNodeStartedEvent(facade));
        } catch (RuntimeException | Error failed) {
            node.stopForce();
            throw failed;
        }
        alive = properties.keepAlive() ? KeepAlive.begin(threads) : null;
        running = true;
    }

    /** Lets the context wait as long as the node does, in this phase only. */
    private void waitForTheNode() {
        Duration longest = properties.shutdownTimeout().plus(STEP.multipliedBy(applications.all().size() + 2L));
        context.getBeanProvider(DefaultLifecycleProcessor.class)
                .ifAvailable(lifecycle -> lifecycle.setTimeoutForShutdownPhase(PHASE, longest.toMillis()));
    }

    @Override
    public void stop() {
        quietly(new ErgoNodeStoppingEvent(facade));
        boolean orderly = facade.stop();
        quietly(new ErgoNodeStoppedEvent(facade, orderly));
        KeepAlive held = alive;
        if (held != null) {
            held.release();
        }
        running = false;
    }

    /** Stops on another thread, so that the context can go on after the time-out of the phase. */
    @Override
    public void stop(Runnable callback) {
        boolean caller = inProcess.getAsBoolean();
        threads.newThread(() -> {
            try {
                stop();
            } finally {
                if (!caller) {
                    callback.run();
                }
            }
        }).start();
        if (caller) {
            LOG.warn(
                    "The context is closed by one of its own processes; it does not wait for the node,"
                            + " which would wait for that process.");
            callback.run();
        }
    }

    private void quietly(Object event) {
        try {
            context.publishEvent(event);
        } catch (RuntimeException e) {
            LOG.error("A listener of {} failed; the node stops all the same", event, e);
        }
    }
}
