package io.ergo.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProgramTest {

    @TempDir
    private Path folder;

    @Test
    void run_programThatEndsWell_itsStandardOutput() throws IOException, InterruptedException {
        assertThat(program(60_000).run("x", List.of("sh", "-c", "echo a; echo no >&2; echo b"))).containsExactly("a",
                "b");
    }

    @Test
    void run_programThatFails_refusedWithCodeAndComplaint() {
        assertThatThrownBy(() -> program(60_000).run("x", List.of("sh", "-c", "echo out of paper >&2; exit 3")))
                .isInstanceOf(Program.Failed.class).hasMessageContaining("ended with 3")
                .hasMessageContaining("out of paper");
    }

    @Test
    void run_programThatDoesNotEnd_killedAndRefused() {
        assertThatThrownBy(() -> program(1).run("x", List.of("sleep", "600"))).isInstanceOf(Program.Failed.class)
                .hasMessageContaining("did not end within");
    }

    private Program program(long limitMillis) {
        return new Program(folder, Duration.ofMillis(limitMillis));
    }
}
