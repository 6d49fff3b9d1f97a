package io.ergo.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Jazzer in a JVM of its own.
 *
 * @param folder of the module; what is found is written below its {@code target}
 */
record Fuzzer(Path folder) {

    private static final String MAIN = "com.code_intelligence.jazzer.Jazzer";
    /** The first fails in Netty's own use of what it watches; the others allocate for each step of a regular expression. */
    private static final String DISABLED_HOOKS = Stream.of("UnsafeSanitizer", "RegexInjection", "RegexRoadblocks")
            .map("com.code_intelligence.jazzer.sanitizers."::concat).collect(Collectors.joining(File.pathSeparator));
    private static final Duration GRACE = Duration.ofMinutes(3);
    private static final int MOST_INPUT_BYTES = 8192;

    /** A hang: bounds of processor time are checked by the targets themselves, and this also counts what others take. */
    private static final int MOST_SECONDS = 60;

    /**
     * How it ended.
     *
     * @param figures what was tried and reached
     * @param clean whether nothing was found
     * @param log all that was said
     */
    record Outcome(Figures figures, boolean clean, Path log) {}

    /**
     * Feeds the targets for some time, all at once.
     *
     * @throws IOException if it cannot be started, or does not end
     */
    Outcome feed(String name, List<Targets> targets, Duration time) throws IOException, InterruptedException {
        Path kept = Files.createDirectories(work().resolve("kept").resolve(name));
        Path seeds = writeSeeds(name, targets);
        Path log = work().resolve(name + ".log");
        List<String> command = new ArrayList<>(jvm(targets));
        command.addAll(List.of("-max_total_time=" + time.toSeconds(), "-max_len=" + MOST_INPUT_BYTES,
                "-timeout=" + MOST_SECONDS, "-rss_limit_mb=0",
                "-artifact_prefix=" + Files.createDirectories(work().resolve("findings")) + "/" + name + "-",
                kept.toString(), seeds.toString()));
        Process process = new ProcessBuilder(command).directory(work().toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        try {
            if (!process.waitFor(time.plus(GRACE).toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("the fuzzer of " + name + " did not end; all it said is in " + log);
            }
        } finally {
            process.destroyForcibly();
        }
        return new Outcome(Figures.of(Files.readAllLines(log)), process.exitValue() == 0, log);
    }

    private Path work() {
        return folder.toAbsolutePath().resolve("target").resolve("fuzz");
    }

    private static List<String> jvm(List<Targets> targets) {
        String keys = targets.stream().map(Targets::key).collect(Collectors.joining(","));
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx1g",
                "-XX:+UseCompactObjectHeaders", "-XX:+EnableDynamicAgentLoading", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-D" + JazzerEntry.TARGETS + "=" + keys, "-cp",
                System.getProperty("java.class.path"), MAIN, "--target_class=" + JazzerEntry.class.getName(),
                "--instrumentation_includes=io.ergo.network.**", "--disabled_hooks=" + DISABLED_HOOKS,
                "--reproducer_path=.");
    }

    /** Inputs that were recorded, and those of the committed corpus. With several targets each begins with the byte that chooses. */
    private Path writeSeeds(String name, List<Targets> targets) throws IOException {
        Path seeds = Files.createDirectories(work().resolve("seeds").resolve(name));
        for (int i = 0; i < targets.size(); i++) {
            int number = 0;
            for (byte[] input : new Corpus(folder).inputs(targets.get(i))) {
                byte[] prefix = targets.size() == 1 ? new byte[0] : new byte[] {(byte) i};
                Files.write(seeds.resolve(targets.get(i).key() + "-" + number++), joined(prefix, input));
            }
        }
        return seeds;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
