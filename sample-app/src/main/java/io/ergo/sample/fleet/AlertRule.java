package io.ergo.sample.fleet;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When to raise an alert; written in `application.yml` below `fleet.alerts.rules`.
///
/// @param name Name of the rule, shown with its alerts.
/// @param metric Metric it looks at.
/// @param above Limit above which the rule holds. Either this or below.
/// @param below Limit below which the rule holds. Either this or above.
/// @param readings How many readings in a row it must hold before an alert opens.
/// @param severity How bad it is.
record AlertRule(String name, Metric metric, @Nullable Double above, @Nullable Double below,
        @DefaultValue("1") int readings, @DefaultValue("warning") Severity severity) {

    /// How bad it is.
    enum Severity {

        /// Somebody should look.
        WARNING,
        /// Somebody must look now.
        CRITICAL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    AlertRule {
        if (name == null || name.isBlank() || metric == null) {
            throw new IllegalArgumentException(
                    "a rule needs a name and a metric, but has '" + name + "' and " + metric);
        }
        if ((above == null) == (below == null)) {
            throw new IllegalArgumentException("the rule '" + name + "' needs either above or below, but has above "
                    + above + " and below " + below);
        }
        if (readings < 1) {
            throw new IllegalArgumentException(
                    "the rule '" + name + "' asks for " + readings + " readings, but needs 1 or more");
        }
    }

    boolean holds(double value) {
        return above != null ? value > above : below != null && value < below;
    }
}
