package io.ergo.actor;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RestartWindowTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void admits_asManyAsTheIntensity_andNotOneMore() {
        RestartWindow window = new RestartWindow(5, Duration.ofSeconds(5));
        for (int i = 0; i < 5; i++) {
            assertThat(window.admits(i)).isTrue();
        }
        assertThat(window.admits(5)).isFalse();
    }

    @Test
    void admits_theOldestIsExactlyOnePeriodOld_stillCountsIt() {
        RestartWindow window = new RestartWindow(1, Duration.ofSeconds(5));
        assertThat(window.admits(0)).isTrue();
        assertThat(window.admits(5 * SECOND)).isFalse();
    }

    @Test
    void admits_theOldestIsOlderThanThePeriod_forgetsIt() {
        RestartWindow window = new RestartWindow(1, Duration.ofSeconds(5));
        assertThat(window.admits(0)).isTrue();
        assertThat(window.admits(5 * SECOND + 1)).isTrue();
        assertThat(window.admits(5 * SECOND + 2)).isFalse();
    }

    @Test
    void admits_intensityZero_nothing() {
        assertThat(new RestartWindow(0, Duration.ofSeconds(5)).admits(0)).isFalse();
    }

    @Test
    void admits_endlessPeriod_countsForEver() {
        RestartWindow window = new RestartWindow(1, ChronoUnit.FOREVER.getDuration());
        assertThat(window.admits(0)).isTrue();
        assertThat(window.admits(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void admits_clockThatWraps_measuresDifferences() {
        RestartWindow window = new RestartWindow(1, Duration.ofSeconds(5));
        assertThat(window.admits(Long.MAX_VALUE)).isTrue();
        assertThat(window.admits(Long.MIN_VALUE)).isFalse();
    }
}
