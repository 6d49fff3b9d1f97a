package io.ergo.actuator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.micrometer.core.instrument.Tags;

/**
 * Counters of one name that differ in one tag. Values of the tag get their counter when they are first seen, up to a limit; what comes later
 * is counted together as {@link #OTHER}. One thread at a time updates it.
 */
final class CounterFamily {

    static final String OTHER = "other";

    private final Registration registration;
    private final String name;
    private final String description;
    private final String tag;
    private final int maxValues;
    private final Map<String, GrowingCount> counts = new HashMap<>();

    /**
     * Creates a family.
     *
     * @param known values that are shown from the start
     * @param maxValues how many values are told apart beside {@link #OTHER}
     */
    CounterFamily(Registration registration, String name, String description, String tag, List<String> known,
            int maxValues) {
        this.registration = registration;
        this.name = name;
        this.description = description;
        this.tag = tag;
        this.maxValues = maxValues;
        known.forEach(this::count);
    }

    /** Shows zero for values that were not counted yet, so that a rate sees their first step; not for more than can be told apart. */
    void expect(Set<String> values) {
        if (values.size() <= maxValues) {
            values.stream().sorted().filter(this::isToldApart).forEach(this::count);
        }
    }

    /** Takes what the node counted since its start. */
    void take(Map<String, Long> values) {
        long rest = 0;
        for (Map.Entry<String, Long> value : new TreeMap<>(values).entrySet()) {
            if (isToldApart(value.getKey())) {
                count(value.getKey()).take(value.getValue());
            } else {
                rest += value.getValue();
            }
        }
        if (rest > 0) {
            count(OTHER).take(rest);
        }
    }

    void restart() {
        counts.values().forEach(GrowingCount::restart);
    }

    private boolean isToldApart(String value) {
        int toldApart = counts.size() - (counts.containsKey(OTHER) ? 1 : 0);
        return !value.equals(OTHER) && (counts.containsKey(value) || toldApart < maxValues);
    }

    private GrowingCount count(String value) {
        return counts.computeIfAbsent(value, _ -> {
            GrowingCount count = new GrowingCount();
            registration.counter(name, description, Tags.of(tag, value), count);
            return count;
        });
    }
}
