package io.ergo.interop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs the scenarios of one node over the packaged peer, by its launcher, and compares the logs with the expected ones. */
class ScenariosIT {

    private static final Path HERE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Path RESOURCES = HERE.resolve("src/test/resources");
    private static final Duration LONG = Duration.ofSeconds(100);

    @TestFactory
    @Timeout(120)
    Stream<DynamicTest> scenarios_logEqualsTheExpectedOne() throws IOException, InterruptedException {
        String report = report();
        return names().stream().map(name -> DynamicTest.dynamicTest(name, () -> assertThat(report)
                .as("the log of scenario %s", name)
                .containsPattern(Pattern.compile("^ok {4}" + Pattern.quote(name) + "\\b", Pattern.MULTILINE))));
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("scenarios"))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(file -> !file.endsWith(".expected.json"))
                    .map(file -> file.replace(".json", "")).sorted().toList();
            assertThat(names).isNotEmpty();
            return names;
        }
    }

    private static String report() throws IOException, InterruptedException {
        Path output = HERE.resolve("target/scenarios.txt");
        ProcessBuilder runner = new ProcessBuilder("python3", RESOURCES.resolve("run.py").toString(),
                "--a", "bash '" + HERE.resolve("peer") + "'", "-j", "2", RESOURCES.resolve("scenarios").toString());
        runner.environment().put("JAVA_HOME", System.getProperty("java.home"));
        runner.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process running = start(runner.redirectErrorStream(true).redirectOutput(output.toFile()));
        try {
            boolean ended = running.waitFor(LONG);
            String report = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended).as("run.py ends within %s; so far it printed%n%s", LONG, report).isTrue();
            assertThat(running.exitValue()).as("exit status of run.py, which printed%n%s", report).isIn(0, 1);
            return report;
        } finally {
            List<ProcessHandle> left = Stream.concat(running.descendants(), Stream.of(running.toHandle())).toList();
            left.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static Process start(ProcessBuilder runner) throws IOException {
        try {
            return runner.start();
        } catch (IOException e) {
            throw new IOException("The scenarios need Python 3, which is not on the path as 'python3'."
                    + " Install it, or leave this module out of the build with -pl '!interop'.", e);
        }
    }
}
