package io.ergo.benchmarks;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TableTest {

    @Test
    void toString_rows_alignedMarkdown() {
        Table table = new Table(List.of("what", "rate"));
        table.add(List.of("send", "1"));
        table.add(List.of("x", "22.5 M/s"));

        assertThat(table).hasToString("""
                | what |     rate |
                |------|---------:|
                | send |        1 |
                | x    | 22.5 M/s |""");
    }

    @Test
    void add_rowOfAnotherLength_refused() {
        assertThatThrownBy(() -> new Table(List.of("a", "b")).add(List.of("1"))).hasMessageContaining("2 cells");
    }
}
