package io.ergo.sample.fleet;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A rule that holds for a device, or held.
///
/// @param id number of the alert, counted since the process that keeps the alerts started
/// @param device name of the device
/// @param rule name of the rule
/// @param metric what the rule looks at
/// @param severity how bad it is
/// @param value the latest value for which the rule held
/// @param opened time of the reading that opened it
/// @param closed time of the reading that closed it; null (left out in JSON) while it is open
@JsonInclude(JsonInclude.Include.NON_NULL)
record Alert(long id, String device, String rule, Metric metric, AlertRule.Severity severity, double value,
        Instant opened, @Nullable Instant closed) {

    static Alert open(long id, AlertRule rule, Reading reading) {
        return new Alert(id, reading.device(), rule.name(), rule.metric(), rule.severity(), reading.value(),
                reading.at(), null);
    }

    Alert withValue(double latest) {
        return new Alert(id, device, rule, metric, severity, latest, opened, closed);
    }

    Alert close(Instant at) {
        return new Alert(id, device, rule, metric, severity, value, opened, at);
    }
}
