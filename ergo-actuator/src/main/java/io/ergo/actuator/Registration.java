package io.ergo.actuator;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/**
 * Registers meters of one node at one registry and remembers them. Reading any of them first brings the figures up to date. Any thread.
 */
final class Registration {

    private final MeterRegistry registry;
    private final Tags tags;
    private final Runnable refresh;
    private final Set<Meter> meters = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Creates one.
     *
     * @param refresh brings the figures up to date if they are old; called often
     */
    Registration(MeterRegistry registry, Tags tags, Runnable refresh) {
        this.registry = registry;
        this.tags = tags;
        this.refresh = refresh;
    }

    Meter counter(String name, String description, Tags more, GrowingCount count) {
        return remember(FunctionCounter.builder(name, count, afterRefresh(GrowingCount::total)).description(description)
                .tags(tags.and(more)).register(registry));
    }

    <T> Meter gauge(String name, String description, Tags more, T state, ToDoubleFunction<T> value) {
        return remember(Gauge.builder(name, state, afterRefresh(value)).description(description).tags(tags.and(more))
                .strongReference(true).register(registry));
    }

    Timer timer(String name, String description, Tags more) {
        return remember(Timer.builder(name).description(description).tags(tags.and(more)).register(registry));
    }

    void remove(Meter meter) {
        meters.remove(meter);
        registry.remove(meter);
    }

    /** Removes all meters, and those that somebody is about to register. */
    void close() {
        closed = true;
        meters.forEach(this::remove);
    }

    private <M extends Meter> M remember(M meter) {
        meters.add(meter);
        if (closed) { // looked at after the meter was added, and set before the meters are removed: one of the two removes it
            remove(meter);
        }
        return meter;
    }

    private <T> ToDoubleFunction<T> afterRefresh(ToDoubleFunction<T> value) {
        return state -> {
            refresh.run();
            return value.applyAsDouble(state);
        };
    }
}
