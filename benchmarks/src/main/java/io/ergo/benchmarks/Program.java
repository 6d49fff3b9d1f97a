package io.ergo.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs other programs, one at a time, and returns what they print. Their output stays in {@code NAME.out} and {@code NAME.err} of a folder.
 *
 * @param folder for the output; made if it is missing
 * @param limit how long a program may run
 */
record Program(Path folder, Duration limit) {

    private static final int TAIL = 20;

    /** A program could not be started, ended with an error or did not end in time. */
    static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }
    }

    /**
     * Runs a program to its end.
     *
     * @return the lines of its standard output
     * @throws Failed if it does not end with 0 in time; the message has the command and the end of what it complained about
     */
    List<String> run(String name, List<String> command) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path out = folder.resolve(name + ".out");
        Path err = folder.resolve(name + ".err");
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed(command, "did not end within " + limit, err);
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw failed(command, "ended with " + process.exitValue(), err);
        }
        return Files.readAllLines(out);
    }

    private static Failed failed(List<String> command, String what, Path err) throws IOException {
        List<String> complaints = Files.readAllLines(err);
        String tail = String.join("\n", complaints.subList(Math.max(0, complaints.size() - TAIL), complaints.size()));
        return new Failed(
                String.join(" ", command) + " " + what + "; all it said is in " + err + ", the end of it:\n" + tail);
    }
}
