package io.ergo.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** The fuzzer itself, for a few seconds; {@code fuzz/run} is for longer. */
class FuzzIT {

    private static final Path FOLDER = Path.of("").toAbsolutePath();

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void run_allTargetsForAShortTime_findsNothing() throws IOException, InterruptedException {
        int exit = Fuzz.run(List.of("--together", "--seconds", "10"), FOLDER, System.out, System.err);

        assertThat(exit).isZero();
    }
}
