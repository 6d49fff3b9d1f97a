package io.ergo.interop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The launcher {@code interop/vectors} over the packaged program. */
class VectorsIT {

    private static final Path HERE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Path RECORDED = HERE.resolve("../ergo-network/src/test/resources/vectors");
    private static final Duration LONG = Duration.ofSeconds(100);

    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void launcher_recordedFiles_passes() throws IOException, InterruptedException {
        try (Stream<Path> files = Files.list(RECORDED)) {
            List<String> recorded = files.map(Path::toString).filter(file -> file.endsWith(".json")).toList();

            assertThat(recorded).hasSize(4);
            assertThat(run(recorded, 0)).matches("(?s).*\\b525 passed, 0 failed\\R");
        }
    }

    @Test
    @Timeout(120)
    void launcher_fileOfSomethingElse_endsWithTwo() throws IOException, InterruptedException {
        Path other = Files.writeString(folder.resolve("other.json"), "{}");

        assertThat(run(List.of(other.toString()), 2)).contains("no file of vectors");
    }

    private String run(List<String> files, int status) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        ProcessBuilder launcher = new ProcessBuilder(
                Stream.concat(Stream.of("bash", HERE.resolve("vectors").toString()), files.stream()).toList());
        launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process running = launcher.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            boolean ended = running.waitFor(LONG);
            String said = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended).as("it ends within %s; so far it said%n%s", LONG, said).isTrue();
            assertThat(running.exitValue()).as(said).isEqualTo(status);
            return said;
        } finally {
            running.destroyForcibly();
        }
    }
}
