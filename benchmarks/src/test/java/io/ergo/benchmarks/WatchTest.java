package io.ergo.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

import io.ergo.benchmarks.figure.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WatchTest {

    @Test
    void measure_impatient_measuresOnceWhateverTheLoad() throws IOException, InterruptedException {
        Watch watch = new Watch(false);
        List<Figure> figures = List.of(Figure.of("x", 1, "s", 1, 1));

        assertThat(watch.measure(() -> figures).figures()).isSameAs(figures);
        assertThat(watch.otherLoads()).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0,true", "0.25,true", "0.26,false"})
    void isQuiet_load_upToAQuarter(double load, boolean quiet) {
        assertThat(new Watch.Measured(List.of(), 1, OptionalDouble.of(load)).isQuiet()).isEqualTo(quiet);
    }

    @Test
    void isQuiet_unknownLoad_true() {
        assertThat(new Watch.Measured(List.of(), 1, OptionalDouble.empty()).isQuiet()).isTrue();
    }
}
