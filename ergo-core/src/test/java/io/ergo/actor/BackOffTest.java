package io.ergo.actor;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

import io.ergo.ErgoException;
import io.ergo.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class BackOffTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void pause_withoutJitter_growsByTheFactorUpToTheLongest() {
        BackOff backOff = new BackOff(SECOND, MINUTE, 3, 0);
        assertThat(Stream.of(1, 2, 3, 4, 5, 6, 1_000_000).map(n -> backOff.pause(n, 0.9)))
                .containsExactly(SECOND, Duration.ofSeconds(3), Duration.ofSeconds(9), Duration.ofSeconds(27), MINUTE,
                        MINUTE,
                        MINUTE);
    }

    @Test
    void pause_withJitter_isShorterByThatShareAtMost() {
        BackOff backOff = BackOff.between(SECOND, MINUTE).withJitter(0.5).withFactor(1);
        assertThat(backOff.pause(1, 0)).isEqualTo(SECOND);
        assertThat(backOff.pause(1, 0.5)).isEqualTo(Duration.ofMillis(750));
        assertThat(backOff.pause(1, 0.999_999)).isGreaterThan(Duration.ofMillis(500))
                .isLessThan(Duration.ofMillis(501));
    }

    @Test
    void forRetries_doublesFromHalfToAllOfFiftyMilliseconds() {
        BackOff retries = BackOff.forRetries(0, Duration.ofHours(1));
        for (double chance = 0; chance < 1; chance += 0.01) {
            assertThat(retries.pause(1, chance)).isBetween(Duration.ofMillis(25), Duration.ofMillis(50));
            assertThat(retries.pause(4, chance)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
        }
    }

    @Test
    void forRetries_howeverManyFailures_theIntensityCanBeExceeded() {
        for (int intensity : new int[] {0, 1, 5, 1000}) {
            BackOff retries = BackOff.forRetries(intensity, SECOND);
            Duration sum = Duration.ZERO;
            for (int failures = 1; failures <= intensity + 1; failures++) {
                sum = sum.plus(retries.pause(failures, 0));
            }
            assertThat(sum).isLessThan(SECOND);
        }
    }

    @Test
    void forRetries_endlessOrTinyPeriod_isLimited() {
        assertThat(BackOff.forRetries(5, ChronoUnit.FOREVER.getDuration()).max()).isEqualTo(Duration.ofDays(365));
        assertThat(BackOff.forRetries(Integer.MAX_VALUE, Duration.ofNanos(1)).max()).isEqualTo(Duration.ofNanos(1));
    }

    @Test
    void none_doesNotWait() {
        assertThat(BackOff.NONE.isNone()).isTrue();
        assertThat(BackOff.NONE.pause(7, 0.5)).isZero();
        assertThat(BackOff.between(SECOND, MINUTE).isNone()).isFalse();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("min is PT0S but must be positive; BackOff.NONE",
                        (ThrowingCallable) () -> BackOff.between(Duration.ZERO, MINUTE)),
                arguments("min is PT-1S", (ThrowingCallable) () -> BackOff.between(SECOND.negated(), MINUTE)),
                arguments("max is PT1S but must be between min, PT1M",
                        (ThrowingCallable) () -> BackOff.between(MINUTE, SECOND)),
                arguments("max is PT8784H", (ThrowingCallable) () -> BackOff.between(SECOND, Duration.ofDays(366))),
                arguments("factor is 0.9", (ThrowingCallable) () -> BackOff.between(SECOND, MINUTE).withFactor(0.9)),
                arguments("factor is NaN",
                        (ThrowingCallable) () -> BackOff.between(SECOND, MINUTE).withFactor(Double.NaN)),
                arguments("factor is Infinity",
                        (ThrowingCallable) () -> BackOff.between(SECOND, MINUTE).withFactor(Double.POSITIVE_INFINITY)),
                arguments("jitter is 1.1", (ThrowingCallable) () -> BackOff.between(SECOND, MINUTE).withJitter(1.1)),
                arguments("jitter is -0.1", (ThrowingCallable) () -> BackOff.between(SECOND, MINUTE).withJitter(-0.1)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void backOff_thatCannotBe_isRefusedWithTheValue(String says, ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOfSatisfying(ErgoException.class,
                e -> assertThat(e.reason()).isEqualTo(Reason.INCORRECT)).hasMessageContaining(says);
    }
}
