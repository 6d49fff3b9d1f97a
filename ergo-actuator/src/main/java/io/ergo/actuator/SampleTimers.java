package io.ergo.actuator;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/**
 * Timers of sampled messages, by behaviour. The first behaviours that are seen get timers of their own, and with samples the busiest are
 * seen first; all others share those tagged {@code other}. Recording takes one look into a map and no lock, except for the first sample of a
 * behaviour. Any thread.
 */
final class SampleTimers {

    private final Registration registration;
    private final int maxValues;
    private final ConcurrentHashMap<String, Pair> byBehavior = new ConcurrentHashMap<>();
    private final Pair other;

    /** Set once and for ever, so that behaviours beyond the limit take no lock. */
    private volatile boolean full;

    private record Pair(Timer latency, Timer handler) {

        void record(long mailboxNanos, long handlerNanos) {
            latency.record(mailboxNanos, TimeUnit.NANOSECONDS);
            handler.record(handlerNanos, TimeUnit.NANOSECONDS);
        }
    }

    SampleTimers(Registration registration, int maxValues) {
        this.registration = registration;
        this.maxValues = maxValues;
        this.other = pair(CounterFamily.OTHER);
    }

    void record(String behavior, long mailboxNanos, long handlerNanos) {
        Pair pair = byBehavior.get(behavior);
        if (pair == null) {
            pair = full ? other : admit(behavior);
        }
        pair.record(mailboxNanos, handlerNanos);
    }

    private synchronized Pair admit(String behavior) {
        if (full) {
            return byBehavior.getOrDefault(behavior, other);
        }
        Pair pair = byBehavior.computeIfAbsent(behavior, this::pair);
        full = byBehavior.size() >= maxValues;
        return pair;
    }

    private Pair pair(String behavior) {
        Tags tags = Tags.of("behavior", behavior);
        return new Pair(
                registration.timer("ergo.mailbox.latency", "How long sampled messages waited in the mailbox", tags),
                registration.timer("ergo.handler.time", "How long sampled messages took to be handled", tags));
    }
}
