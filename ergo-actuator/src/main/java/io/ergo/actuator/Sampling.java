package io.ergo.actuator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Reason;
import io.ergo.SampleListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one listener attached to the running incarnation of a node and hands what it is told to the timers of all registries. Any thread;
 * attaching is done by one at a time.
 */
final class Sampling {

    private static final Logger LOG = LoggerFactory.getLogger(Sampling.class);

    private final Node node;
    private final int oneIn;
    private final List<SampleTimers> timers = new CopyOnWriteArrayList<>();
    private final SampleListener listener = this::handled;
    private @Nullable Runnable detach;
    private long creation;
    private long refusedBy;

    Sampling(Node node, int oneIn) {
        this.node = node;
        this.oneIn = oneIn;
    }

    void add(SampleTimers more) {
        timers.add(more);
    }

    /** Attaches the listener unless it is attached to this incarnation; does nothing while the node is stopped. */
    synchronized void attach() {
        if (timers.isEmpty() || !node.isAlive() || isAttached()) {
            return;
        }
        detach();
        long incarnation = node.creation();
        try {
            detach = node.sample(oneIn, listener);
            creation = incarnation;
        } catch (ErgoException e) {
            refused(e, incarnation);
        }
    }

    synchronized void close() {
        timers.clear();
        detach();
    }

    private boolean isAttached() {
        return detach != null && creation == node.creation();
    }

    private void detach() {
        if (detach != null) {
            detach.run();
            detach = null;
        }
    }

    private void refused(ErgoException e, long incarnation) {
        if (e.reason().equals(Reason.TAKEN) && refusedBy != incarnation) {
            refusedBy = incarnation;
            LOG.warn("Mailbox latency and handler time of node {} are not measured: another listener is attached to it."
                    + " They will be once that one is detached.", node.name());
        } else if (!e.reason().equals(Reason.TAKEN) && !e.reason().equals(Reason.NODE_TERMINATED)) {
            throw e;
        }
    }

    private void handled(String behavior, long mailboxNanos, long handlerNanos) {
        for (SampleTimers each : timers) {
            each.record(behavior, mailboxNanos, handlerNanos);
        }
    }
}
