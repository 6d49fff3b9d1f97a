package io.ergo.interop.vectors;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** The recorded vectors, through the launcher. */
class RecordedVectorsTest {

    /** The tests of ergo-network use them, too. */
    static final Path FOLDER = Path.of("..", "ergo-network", "src", "test", "resources", "vectors");
    static final Map<String, Integer> CASES = Map.of("edf.json", 272, "handshake.json", 43, "enp.json", 199,
            "registrar.json", 11);

    @TestFactory
    Stream<DynamicTest> recordedFile_run_passesAllOfItsCases() {
        return CASES.entrySet().stream().map(file -> DynamicTest.dynamicTest(file.getKey(), () -> {
            Run run = Run.of(FOLDER.resolve(file.getKey()));

            assertThat(run.output()).isEqualTo(file.getValue() + " passed, 0 failed" + System.lineSeparator());
            assertThat(run.status()).isZero();
        }));
    }
}
