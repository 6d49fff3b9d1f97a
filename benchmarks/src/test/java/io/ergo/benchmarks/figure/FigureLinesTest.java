package io.ergo.benchmarks.figure;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FigureLinesTest {

    @Test
    void parse_lineOfTheGoPeer_figureWithoutBytes() {
        assertThat(FigureLines.parse(
                List.of("{\"name\":\"local-call-p50\",\"value\":1.5,\"unit\":\"us\",\"n\":300000,\"seconds\":0.6}")))
                .containsExactly(Figure.of("local-call-p50", 1.5, "us", 300_000, 0.6));
    }

    @Test
    void parse_ownLine_sameFigure() {
        Figure figure = new Figure("local-send-1-1", 2.5e7, "1/s", 3_000_000, 0.12, 24.5);

        assertThat(FigureLines.parse(List.of(FigureLines.line(figure)))).containsExactly(figure);
    }

    @Test
    void parse_logLinesBetween_passedOver() {
        assertThat(FigureLines.parse(
                List.of("[INFO] started", "", "{\"name\":\"x\",\"value\":1,\"unit\":\"s\",\"n\":1,\"seconds\":1}")))
                .hasSize(1);
    }

    @Test
    void parse_brokenFigure_refusedWithLine() {
        assertThatThrownBy(() -> FigureLines.parse(List.of("{\"name\":\"x\",\"value\":")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{\"name\":\"x\",\"value\":");
    }

    @Test
    void parse_figureWithoutUnit_refusedWithLine() {
        assertThatThrownBy(() -> FigureLines.parse(List.of("{\"name\":\"x\",\"value\":1}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{\"name\":\"x\",\"value\":1}");
    }
}
