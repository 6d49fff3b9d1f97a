package io.ergo.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class FuzzTest {

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({"nonsense,no target nonsense", "--fast,no option --fast", "--minutes,--minutes needs a number",
        "--minutes 0,--minutes needs a number", "--replay x,needs exactly one target"})
    void run_misuse_saysWhatIsWrongAndHowToUse(String args, String complaint) throws IOException, InterruptedException {
        assertThat(run(args.split(" "))).isEqualTo(2);
        assertThat(said.toString(UTF_8)).contains(complaint, "usage: fuzz/run", "edf-generic");
    }

    @Test
    void run_help_tells() throws IOException, InterruptedException {
        assertThat(run("--help")).isZero();
        assertThat(said.toString(UTF_8)).contains("usage: fuzz/run");
    }

    @Test
    void run_replayOfAnInputThatIsFine_saysSo() throws IOException, InterruptedException {
        Path input = Files.write(folder.resolve("input"), new byte[] {1, 2, 3});

        assertThat(run("frames", "--replay", input.toString())).isZero();
        assertThat(said.toString(UTF_8)).contains("nothing is wrong with it");
    }

    @Test
    void finding_ofSeveralTargets_isWrittenForTheOneThatWasFed() throws IOException {
        Path found = Files.write(folder.resolve("together-crash-1"), new byte[] {3, 7, 8});
        Path alone = folder.resolve("frames-together-crash-1");

        assertThat(Fuzz.again(List.of(Targets.values()), found)).isEqualTo("again: fuzz/run frames --replay " + alone);
        assertThat(Files.readAllBytes(alone)).containsExactly(7, 8);
        assertThat(Fuzz.again(List.of(Targets.ETCD), found)).isEqualTo("again: fuzz/run etcd --replay " + found);
    }

    @Test
    void parse_minutes_dividedAmongTheTargets() {
        Options options = Options.parse(List.of("--minutes", "10", "frames", "compression"));

        assertThat(options.targets()).containsExactly(Targets.FRAMES, Targets.COMPRESSION);
        assertThat(options.time()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void parse_together_allTheTime() {
        Options options = Options.parse(List.of("--seconds", "10", "--together"));

        assertThat(options.targets()).containsExactly(Targets.values());
        assertThat(options.time()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void figures_ofWhatTheFuzzerSays_theLastStatusAndTheFinding() {
        Figures figures = Figures.of(List.of("INFO: seed corpus", "#2\tINITED cov: 10 ft: 20 corp: 1/1b exec/s: 0",
                "#1048576\tpulse  cov: 740 ft: 2030 corp: 236/5Kb lim: 4096 exec/s: 524288 rss: 1117Mb",
                "artifact_prefix='/tmp/x-'; Test unit written to /tmp/x-crash-1", "Base64: AA=="));

        assertThat(figures.executions()).isEqualTo(1_048_576);
        assertThat(figures.edges()).isEqualTo(740);
        assertThat(figures.features()).isEqualTo(2030);
        assertThat(figures.corpus()).isEqualTo(236);
        assertThat(figures.finding()).hasValue("/tmp/x-crash-1");
    }

    private int run(String... args) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(said, true, UTF_8);
        return Fuzz.run(List.of(args), folder, out, out);
    }
}
