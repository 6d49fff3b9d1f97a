package io.ergo.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.ergo.benchmarks.figure.Figure;
import io.ergo.benchmarks.local.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ResultsTest {

    private static final Machine MACHINE = new Machine("Linux 6 amd64", "some", 2, 24, "JVM 25", List.of("-Xmx2g"));

    @TempDir
    private Path folder;

    @Test
    void put_comparison_fieldsForPrograms() throws IOException {
        Figure ergo = new Figure("local-call", 30, "1/s", 1, 1, 24.0);
        Figure pekko = new Figure("local-call", 10, "1/s", 1, 1, 32.0);

        put("local", new Results.Section<>(MACHINE, 1, List.of(0.1),
                List.of(Comparison.of(Workload.CALL, List.of(ergo), List.of(pekko), null))));

        assertThat(read("results.json").isArray()).isTrue();
        JsonNode row = read("results.json").at("/0");
        assertThat(row.at("/name").asString()).isEqualTo("local-call");
        assertThat(row.at("/unit").asString()).isEqualTo("1/s");
        assertThat(row.at("/ratioToPekko").asDouble()).isEqualTo(3);
        assertThat(row.at("/ratioQuartiles/low").asDouble()).isEqualTo(3);
        assertThat(row.at("/ergoBytesPerMessage").asDouble()).isEqualTo(24);
        assertThat(row.at("/pekkoBytesPerMessage").asDouble()).isEqualTo(32);
        assertThat(read("environment.json").at("/local/machine/flags/0").asString()).isEqualTo("-Xmx2g");
    }

    @Test
    void put_twoCommands_eachReplacesItsOwnFigures() throws IOException {
        put("local", new Results.Section<>(MACHINE, 1, List.of(), List.of(row("a"), row("b"))));
        put("latency", new Results.Section<>(MACHINE, 5, List.of(), List.of(row("call-p50"))));
        put("local", new Results.Section<>(MACHINE, 2, List.of(), List.of(row("c"))));

        assertThat(read("results.json").findValuesAsString("name")).containsExactly("call-p50", "c");
        assertThat(read("results.json").findValuesAsString("command")).containsExactly("latency", "local");
        assertThat(read("results.json").at("/0/pass").asBoolean()).isTrue();
        assertThat(read("environment.json").at("/local/runs").asInt()).isEqualTo(2);
        assertThat(read("environment.json").at("/latency/runs").asInt()).isEqualTo(5);
    }

    private static LatencyRow row(String name) {
        return LatencyRow.of(List.of(Figure.of(name, 1.5, "us", 1, 1)));
    }

    private void put(String name, Results.Section<?> section) throws IOException {
        Results.in(folder).put(name, section);
    }

    private JsonNode read(String file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve(file)));
    }
}
