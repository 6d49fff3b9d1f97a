package io.ergo.engine.dispatch;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import static org.assertj.core.api.Assertions.assertThat;

/** Collects what a dispatcher reports; what nobody expected fails the test. */
final class Reports implements BiConsumer<String, Throwable> {
    private final Map<String, Throwable> errors = new ConcurrentHashMap<>();
    private final Set<String> expected = ConcurrentHashMap.newKeySet();

    @Override
    public void accept(String what, Throwable error) {
        errors.put(what, error);
    }

    void expect(String what) {
        expected.add(what);
    }

    boolean has(String what) {
        return errors.containsKey(what);
    }

    Throwable errorOf(String what) {
        return errors.get(what);
    }

    void assertExpectedOnly() {
        assertThat(errors.keySet()).as("reports %s", errors).isEqualTo(expected);
    }
}
