package io.ergo.benchmarks;

import java.util.List;
import java.util.stream.DoubleStream;

import io.ergo.benchmarks.figure.Figure;
import io.ergo.benchmarks.figure.Quartiles;
import io.ergo.benchmarks.local.Workload;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ComparisonTest {

    @Test
    void of_neighboursThatMoveTogether_ratioOfPairsNotOfMedians() {
        Comparison row = Comparison.of(Workload.SEND_1_1, rates(10, 100, 40), rates(5, 50, 10), null);

        assertThat(row.ergo()).isEqualTo(40);
        assertThat(row.pekko()).isEqualTo(10);
        assertThat(row.ratioToPekko()).isEqualTo(2);
        assertThat(row.ratioQuartiles()).isEqualTo(new Quartiles(2, 2, 3));
    }

    @Test
    void pass_ratioAtTheBar_true() {
        assertThat(Comparison.of(Workload.CALL, rates(15), rates(10), null).pass()).isTrue();
    }

    @Test
    void pass_ratioBelowTheBar_false() {
        assertThat(Comparison.of(Workload.CALL, rates(14.9), rates(10), null).pass()).isFalse();
    }

    @Test
    void pass_workloadWithoutBar_unknown() {
        Comparison row = Comparison.of(Workload.SEND_100_100, rates(1), rates(10), null);

        assertThat(row.bar()).isNull();
        assertThat(row.pass()).isNull();
    }

    @Test
    void of_goTakesPart_ratioToGo() {
        Comparison row = Comparison.of(Workload.CALL, rates(20, 30), rates(10, 10),
                List.of(Figure.of("local-call", 10, "1/s", 1, 1), Figure.of("local-call", 10, "1/s", 1, 1)));

        assertThat(row.ratioToGo()).isEqualTo(new Quartiles(2.25, 2.5, 2.75));
        assertThat(row.goBar()).isEqualTo(1.5);
        assertThat(row.goPass()).isTrue();
        assertThat(row.missed()).isFalse();
    }

    @Test
    void missed_onlyTheBarOfGoIsMissed_true() {
        Comparison row = Comparison.of(Workload.CALL, rates(20), rates(10),
                List.of(Figure.of("local-call", 14, "1/s", 1, 1)));

        assertThat(row.pass()).isTrue();
        assertThat(row.goPass()).isFalse();
        assertThat(row.missed()).isTrue();
    }

    @Test
    void goPass_goDoesNotTakePart_unknown() {
        assertThat(Comparison.of(Workload.CALL, rates(20), rates(10), null).goPass()).isNull();
    }

    @Test
    void of_figureWithoutBytes_refused() {
        List<Figure> withoutBytes = List.of(Figure.of("local-call", 1, "1/s", 1, 1));

        assertThatThrownBy(() -> Comparison.of(Workload.CALL, withoutBytes, rates(1), null))
                .hasMessageContaining("local-call");
    }

    private static List<Figure> rates(double... rates) {
        return DoubleStream.of(rates).mapToObj(rate -> new Figure("x", rate, "1/s", 1, 1, 24.0)).toList();
    }
}
