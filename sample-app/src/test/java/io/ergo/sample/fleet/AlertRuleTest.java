package io.ergo.sample.fleet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AlertRuleTest {

    @Test
    void rule_above_holdsBeyondTheLimitOnly() {
        AlertRule rule = rule(0.9, null);

        assertThat(rule.holds(0.91)).isTrue();
        assertThat(rule.holds(0.9)).isFalse();
    }

    @Test
    void rule_below_holdsBeyondTheLimitOnly() {
        AlertRule rule = rule(null, 0.1);

        assertThat(rule.holds(0.09)).isTrue();
        assertThat(rule.holds(0.1)).isFalse();
    }

    @Test
    void rule_withNoLimitOrTwo_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> rule(null, null)).withMessageContaining("'full'");
        assertThatIllegalArgumentException().isThrownBy(() -> rule(0.9, 0.1)).withMessageContaining("either");
    }

    @Test
    void rule_forNoReadings_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlertRule("full", Metric.DISK, 0.9, null, 0, AlertRule.Severity.WARNING))
                .withMessageContaining("0 readings");
    }

    private static AlertRule rule(@Nullable Double above, @Nullable Double below) {
        return new AlertRule("full", Metric.DISK, above, below, 1, AlertRule.Severity.WARNING);
    }
}
