package io.ergo.sample.fleet;

import java.util.Optional;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/// One rule at one device: how long it has held, and the alert that is open for it. Belongs to the process of [Alerts].
final class Watch {

    private final AlertRule rule;
    private final LongSupplier ids;
    private int inARow;
    private @Nullable Alert open;

    Watch(AlertRule rule, LongSupplier ids) {
        this.rule = rule;
        this.ids = ids;
    }

    Optional<Alert> open() {
        return Optional.ofNullable(open);
    }

    /// Takes a reading and returns the alert it closed.
    Optional<Alert> take(Reading reading) {
        if (rule.holds(reading.value())) {
            hold(reading);
            return Optional.empty();
        }
        Optional<Alert> closed = open().map(alert -> alert.close(reading.at()));
        inARow = 0;
        open = null;
        return closed;
    }

    private void hold(Reading reading) {
        if (open != null) {
            open = open.withValue(reading.value());
        } else if (++inARow >= rule.readings()) {
            open = Alert.open(ids.getAsLong(), rule, reading);
        }
    }
}
