package io.ergo.sample.fleet;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WatchTest {

    private final AlertRule rule = new AlertRule("hot", Metric.TEMPERATURE, 40.0, null, 3, AlertRule.Severity.CRITICAL);
    private final AtomicLong ids = new AtomicLong();
    private final Watch watch = new Watch(rule, ids::incrementAndGet);

    @Test
    void watch_beforeEnoughReadings_opensNothing() {
        take(41, 42);

        assertThat(watch.open()).isEmpty();
    }

    @Test
    void watch_afterEnoughReadings_opensAtTheLast() {
        take(41, 42, 43);

        assertThat(watch.open()).contains(new Alert(1, "pi", "hot", Metric.TEMPERATURE, AlertRule.Severity.CRITICAL, 43,
                Instant.ofEpochSecond(43), null));
    }

    @Test
    void watch_afterABreak_countsAnew() {
        take(41, 42, 40, 41, 42);

        assertThat(watch.open()).isEmpty();
    }

    @Test
    void watch_whileOpen_keepsTheAlertAndFollowsTheValue() {
        take(41, 42, 43, 50);

        assertThat(watch.open()).get().extracting(Alert::id, Alert::value, Alert::opened).containsExactly(1L, 50.0,
                Instant.ofEpochSecond(43));
    }

    @Test
    void watch_atTheFirstReadingWithinTheLimit_closes() {
        take(41, 42, 43);

        Optional<Alert> closed = take(20);

        assertThat(closed).get().extracting(Alert::value, Alert::closed).containsExactly(43.0,
                Instant.ofEpochSecond(20));
        assertThat(watch.open()).isEmpty();
    }

    private Optional<Alert> take(double... values) {
        Optional<Alert> closed = Optional.empty();
        for (double value : values) {
            closed = watch.take(new Reading("pi", Metric.TEMPERATURE, value, Instant.ofEpochSecond((long) value)));
        }
        return closed;
    }
}
