package io.ergo.actor;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetryPauseTest {

    private static final Duration PERIOD = Duration.ofSeconds(5);

    @Test
    void after_doublesFromHalfToAllOfFiftyMilliseconds() {
        RetryPause pause = new RetryPause(0, Duration.ofHours(1));
        for (long now = 0; now < 1000; now++) {
            assertThat(pause.after(1, now)).isBetween(Duration.ofMillis(25), Duration.ofMillis(50));
            assertThat(pause.after(4, now)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
        }
    }

    @Test
    void after_atNeighbouringTimes_differs() {
        RetryPause pause = new RetryPause(5, PERIOD);
        assertThat(pause.after(1, 1)).isNotEqualTo(pause.after(1, 2));
    }

    @Test
    void after_howeverManyFailures_theIntensityCanBeExceeded() {
        for (int intensity : new int[] {0, 1, 5, 1000}) {
            RetryPause pause = new RetryPause(intensity, PERIOD);
            Duration sum = Duration.ZERO;
            for (int failures = 1; failures <= intensity + 1; failures++) {
                sum = sum.plus(pause.after(failures, failures));
            }
            assertThat(sum).isLessThan(PERIOD);
        }
    }

    @Test
    void after_endlessPeriod_isLimited() {
        RetryPause pause = new RetryPause(5, ChronoUnit.FOREVER.getDuration());
        assertThat(pause.after(Integer.MAX_VALUE, 0)).isLessThan(Duration.ofDays(1));
    }
}
