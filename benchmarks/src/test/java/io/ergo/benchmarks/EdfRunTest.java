package io.ergo.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

import io.ergo.benchmarks.edf.Format;
import io.ergo.benchmarks.edf.Operation;
import io.ergo.benchmarks.edf.Shape;
import io.ergo.benchmarks.figure.Figure;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class EdfRunTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<Format> order = new ArrayList<>();

    @Test
    void run_threeFormats_orderMovesOnWithEachRound() throws IOException, InterruptedException {
        run("--rounds 3 string encode edf edf-ids protobuf", format -> 1, 0);

        assertThat(order).containsExactly(Format.EDF, Format.EDF_IDS, Format.PROTOBUF, Format.EDF_IDS, Format.PROTOBUF,
                Format.EDF, Format.PROTOBUF, Format.EDF, Format.EDF_IDS);
        assertThat(said.toString(UTF_8)).contains("round 3 of 3  string encode");
    }

    @Test
    void run_edfFasterWithoutAllocation_passes() throws IOException, InterruptedException {
        EdfRow row = run("--rounds 2 string encode edf protobuf", format -> format == Format.EDF ? 10 : 20, 0);

        assertThat(row.missed()).isFalse();
        assertThat(EdfTables.of(List.of(row)).getFirst().toString()).contains("string encode", "10.0 ns", "20.0 ns",
                "0.50", "pass").doesNotContain("MISS");
    }

    @Test
    void run_edfSlower_missed() throws IOException, InterruptedException {
        EdfRow row = run("--rounds 1 string decode edf protobuf", format -> format == Format.EDF ? 21 : 20, 56);

        assertThat(row.fast()).isFalse();
        assertThat(row.lean()).isTrue();
        assertThat(row.missed()).isTrue();
    }

    @Test
    void run_edfAllocatesMoreThanTheResult_missed() throws IOException, InterruptedException {
        EdfRow row = run("--rounds 1 string decode edf protobuf", format -> format == Format.EDF ? 10 : 20, 64);

        assertThat(row.fast()).isTrue();
        assertThat(row.lean()).isFalse();
    }

    @Test
    void run_withoutProtobuf_noVerdictOfSpeed() throws IOException, InterruptedException {
        EdfRow row = run("--rounds 1 string decode edf fory", format -> 1, 56);

        assertThat(row.ratio()).isNull();
        assertThat(row.fast()).isNull();
        assertThat(EdfTables.of(List.of(row))).hasSize(4);
    }

    @Test
    void measure_oneShortFork_nanosAndBytesOfOneOperation() {
        EdfOptions options = EdfOptions.parse(List.of("--warmups", "1", "--iterations", "1"));

        Figure figure = new JmhFork(options).measure(new EdfOptions.Row(Shape.STRING, Operation.DECODE), Format.EDF);

        assertThat(figure.name()).isEqualTo("edf-string-decode-edf");
        assertThat(figure.unit()).isEqualTo("ns/op");
        assertThat(figure.value()).isPositive();
        assertThat(figure.bytesPerMessage()).as("a String and its array").isGreaterThanOrEqualTo(48);
    }

    private interface Nanos {

        double of(Format format);
    }

    private EdfRow run(String options, Nanos nanos, double bytes) throws IOException, InterruptedException {
        EdfRun.Measurement measurement = new EdfRun.Measurement() {
            @Override
            public Figure measure(EdfOptions.Row row, Format format) {
                order.add(format);
                return new Figure("x", nanos.of(format), "ns/op", 1, 1, bytes);
            }

            @Override
            public double resultBytes(Shape shape) {
                return 56;
            }
        };
        List<EdfRow> rows = new EdfRun(EdfOptions.parse(List.of(options.split(" "))), measurement, new Watch(false),
                new PrintStream(said, true, UTF_8)).run();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }
}
