package io.ergo.sample.fleet;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReadingBodyTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void reading_withoutUnitAndTime_isOfNowInTheUnitOfTheMetric() {
        assertThat(check(body("pi", "temperature", 21.5))).isEqualTo(
                new Reading("pi", Metric.TEMPERATURE, 21.5, NOW));
    }

    @Test
    void reading_inPercent_becomesAShare() {
        assertThat(check(new ReadingBody("pi", "disk", 50.0, "%", null)).value()).isEqualTo(0.5);
    }

    @Test
    void reading_withItsOwnTime_keepsIt() {
        Instant then = NOW.minus(Duration.ofDays(1));

        assertThat(check(new ReadingBody("pi", "load", 1.0, "", then)).at()).isEqualTo(then);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "-a", "../etc", "ä", "<script>",
        "a23456789-123456789-123456789-123456789-123456789-123456789-1234"})
    void reading_ofAStrangeDevice_isRefused(String device) {
        assertRefused(body(device, "load", 1.0), "the device is '");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MEMORY", "memory ", "humidity", ""})
    void reading_ofAnUnknownMetric_isRefusedWithTheKnownOnes(String metric) {
        assertRefused(body("pi", metric, 0.5), "load, cpu, memory");
    }

    @ParameterizedTest
    @CsvSource({"memory,1.01", "memory,-0.1", "load,-1", "temperature,-300", "load,NaN", "load,Infinity", "memory,NaN"})
    void reading_thatCannotBe_isRefused(String metric, double value) {
        assertRefused(body("pi", metric, value), "the value is " + value);
    }

    @Test
    void reading_withMissingParts_isRefused() {
        assertRefused(null, "it is null");
        assertRefused(body(null, "load", 1.0), "the device is missing");
        assertRefused(body("pi", null, 1.0), "the metric is missing");
        assertRefused(body("pi", "load", null), "the value is missing");
    }

    @Test
    void reading_inAnotherUnit_isRefused() {
        assertRefused(new ReadingBody("pi", "temperature", 70.0, "°F", null), "\"°C\"");
        assertRefused(new ReadingBody("pi", "temperature", 70.0, "%", null), "\"°C\"");
    }

    @Test
    void reading_fromTheFuture_isRefused() {
        assertRefused(new ReadingBody("pi", "load", 1.0, null, NOW.plus(Duration.ofHours(1))), "in the future");
    }

    @Test
    void refusal_ofAnEndlessText_showsItsBeginning() {
        assertRefused(body("x".repeat(1000), "load", 1.0), "x…' (1000 characters)");
    }

    private static void assertRefused(@Nullable ReadingBody body, String why) {
        assertThatExceptionOfType(FleetProblem.class).isThrownBy(() -> ReadingBody.check(body, 2, NOW))
                .satisfies(problem -> assertThat(problem.getBody().getDetail()).startsWith("reading 3 was refused")
                        .contains(why));
    }

    private static Reading check(ReadingBody body) {
        return ReadingBody.check(body, 0, NOW);
    }

    private static ReadingBody body(@Nullable String device, @Nullable String metric, @Nullable Double value) {
        return new ReadingBody(device, metric, value, null, null);
    }
}
