package io.ergo.sample.fleet;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WindowTest {

    private final Window window = new Window(3);

    @Test
    void figures_ofOneReading_areThatReading() {
        add(2);

        assertThat(window.figures()).isEqualTo(
                new Window.Figures(2, Instant.ofEpochSecond(2), 2, 2, 2, List.of(2.0)));
    }

    @Test
    void figures_ofFullWindow_forgetTheOldest() {
        add(9);
        add(1);
        add(2);
        add(6);

        Window.Figures figures = window.figures();

        assertThat(figures.values()).containsExactly(1.0, 2.0, 6.0);
        assertThat(figures.min()).isEqualTo(1);
        assertThat(figures.max()).isEqualTo(6);
        assertThat(figures.mean()).isEqualTo(3);
        assertThat(figures.last()).isEqualTo(6);
    }

    @Test
    void figures_afterMoreReadings_stayAsTheyWere() {
        add(1);
        Window.Figures before = window.figures();
        add(2);

        assertThat(before.values()).containsExactly(1.0);
    }

    private void add(double value) {
        window.add(new Reading("pi", Metric.TEMPERATURE, value, Instant.ofEpochSecond((long) value)));
    }
}
