package io.ergo.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

import io.ergo.benchmarks.edf.Format;
import io.ergo.benchmarks.edf.Operation;
import io.ergo.benchmarks.edf.Shape;
import io.ergo.benchmarks.local.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class BenchmarksTest {

    @ParameterizedTest
    @CsvSource({"'',no sub-command \"\"", "fly,no sub-command \"fly\"",
        "local --fast,no option --fast", "local --pairs,--pairs needs a number",
        "local --pairs 0,--pairs needs a number", "local nonsense,no workload nonsense",
        "latency nonsense,no scenario nonsense", "edf nonsense,'no shape, operation or format nonsense'",
        "edf --profile map,exactly one shape",
        "soak fast,takes options only", "soak --minutes,--minutes needs a number", "profile,exactly one workload",
        "profile call send-1-1,exactly one workload"})
    void run_misuse_saysWhatIsWrongAndHowToUse(String args, String complaint) throws IOException, InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(said, true, UTF_8);

        assertThat(Benchmarks.run(args.isEmpty() ? List.of() : List.of(args.split(" ")), err, err)).isEqualTo(2);
        assertThat(said.toString(UTF_8)).contains(complaint).contains("usage: benchmarks/run");
    }

    @Test
    void run_help_tellsAndEndsWell() throws IOException, InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        assertThat(Benchmarks.run(List.of("--help"), new PrintStream(said, true, UTF_8), System.err)).isZero();
        assertThat(said.toString(UTF_8)).contains("usage: benchmarks/run", "edf");
    }

    @Test
    void parse_edfWithoutArguments_threeRoundsOfAll() {
        EdfOptions options = EdfOptions.parse(List.of());

        assertThat(options.rounds()).isEqualTo(3);
        assertThat(options.rows()).hasSize(8);
        assertThat(options.formats()).containsExactly(Format.values());
    }

    @Test
    void parse_edfWithWords_thoseOnly() {
        EdfOptions options = EdfOptions.parse(List.of("map", "decode", "fory", "edf", "--rounds", "2"));

        assertThat(options.rows()).containsExactly(new EdfOptions.Row(Shape.MAP, Operation.DECODE));
        assertThat(options.formats()).containsExactly(Format.EDF, Format.FORY);
        assertThat(options.rounds()).isEqualTo(2);
    }

    @Test
    void parse_soakWithoutArguments_aQuarterOfAnHour() {
        assertThat(SoakOptions.parse(List.of())).isEqualTo(new SoakOptions(Duration.ofMinutes(15), 100));
        assertThat(SoakOptions.parse(List.of("--minutes", "2", "--share", "10")))
                .isEqualTo(new SoakOptions(Duration.ofMinutes(2), 10));
    }

    @Test
    void parse_localWithoutArguments_tenPairsOfAll() {
        assertThat(LocalOptions.parse(List.of()))
                .isEqualTo(new LocalOptions(10, 4, 7, false, false, false, List.of(Workload.values())));
    }

    @Test
    void parse_localWithAll_taken() {
        assertThat(LocalOptions
                .parse(List.of("--quick", "--pairs", "5", "call", "--patient", "--check", "send-1-1", "call")))
                .isEqualTo(new LocalOptions(5, 2, 3, true, true, true, List.of(Workload.CALL, Workload.SEND_1_1)));
    }
}
