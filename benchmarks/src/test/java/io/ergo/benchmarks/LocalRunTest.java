package io.ergo.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

import io.ergo.benchmarks.figure.Figure;
import io.ergo.benchmarks.figure.FigureLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LocalRunTest {

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void run_threeContenders_orderMovesOnWithEachPair() throws IOException, InterruptedException {
        run("--pairs 3 send-1-1", contender("ergo", "local-send-1-1", 30e6), contender("pekko", "local-send-1-1", 10e6),
                contender("go", "local-send-1-1", 3e6));

        assertThat(said.toString(UTF_8).lines().map(line -> line.replaceAll("pair +. of .  (\\w+) .*", "$1")))
                .containsExactly("ergo",
                        "pekko", "go", "pekko", "go", "ergo", "go", "ergo", "pekko");
    }

    @Test
    void run_contenders_compared() throws IOException, InterruptedException {
        List<Comparison> rows = run("--pairs 2 send-1-1", contender("ergo", "local-send-1-1", 30e6),
                contender("pekko", "local-send-1-1", 10e6), contender("go", "local-send-1-1", 3e6));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.ratioToPekko()).isEqualTo(3);
            assertThat(row.pass()).isTrue();
            assertThat(row.ergoRuns()).containsExactly(30e6, 30e6);
            assertThat(row.go()).isEqualTo(3e6);
        });
        assertThat(LocalCommand.table(rows).toString()).contains("one-way 1→1", "30.0 M/s", "pass", "Go Ergo");
    }

    @Test
    void run_contenderWithoutTheFigure_failsNamingIt() {
        assertThatThrownBy(
                () -> run("--pairs 1 call", contender("ergo", "other", 1), contender("pekko", "local-call", 1)))
                .isInstanceOf(Program.Failed.class).hasMessageContaining("local-call").hasMessageContaining("other");
    }

    private List<Comparison> run(String options, Contender... contenders) throws IOException, InterruptedException {
        return new LocalRun(LocalOptions.parse(List.of(options.split(" "))), List.of(contenders),
                new Program(folder, Contender.LIMIT), new Watch(false),
                new PrintStream(said, true, UTF_8)).run();
    }

    private static Contender contender(String name, String figure, double rate) {
        return new Contender(name, List.of("echo", FigureLines.line(new Figure(figure, rate, "1/s", 1, 1, 24.0))));
    }
}
