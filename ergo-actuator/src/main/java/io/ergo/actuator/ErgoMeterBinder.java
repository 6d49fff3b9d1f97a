package io.ergo.actuator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.ergo.Node;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Meters of a node, all tagged with its name and none with a pid. Needs Micrometer alone.
 *
 * <p>Counters are read from the node when a meter is read, at most once a second; behaviours and supervisors that are new get their meters
 * then, so they are in the answer to the next scrape at the latest. Latency and handler time are samples: a listener is attached to the node
 * when the binder is bound, or at the first scrape or {@link #refresh()} after the node (re)started, and detached by {@link #close()}. A
 * stopped node shows no processes, and its counters stand still. Any thread.
 */
public final class ErgoMeterBinder implements MeterBinder, AutoCloseable {

    private final Node node;
    private final MeterOptions options;
    private final Sampling sampling;
    private final List<NodeMeters> bound = new CopyOnWriteArrayList<>();

    /** Creates a binder with the {@linkplain MeterOptions#defaults() default} options. */
    public ErgoMeterBinder(Node node) {
        this(node, MeterOptions.defaults());
    }

    /**
     * Creates a binder.
     *
     * @param node the node, may be stopped and restarted
     * @param options what the meters may cost
     */
    public ErgoMeterBinder(Node node, MeterOptions options) {
        this.node = node;
        this.options = options;
        this.sampling = new Sampling(node, options.sampleOneIn());
    }

    /** Registers the meters; a second time at the same registry does nothing. */
    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        if (bound.stream().noneMatch(meters -> meters.isAt(registry))) {
            bound.add(new NodeMeters(node, registry, options, sampling));
        }
    }

    /** Starts to sample if the node runs, and reads it, so that the next scrape shows all there is. Call it when the node started. */
    public void refresh() {
        sampling.attach();
        bound.forEach(NodeMeters::readNow);
    }

    /** Detaches the listener and removes the meters. */
    @Override
    public synchronized void close() {
        sampling.close();
        bound.forEach(NodeMeters::close);
        bound.clear();
    }
}
