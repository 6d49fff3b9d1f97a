package io.ergo.benchmarks;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The JVM of this program, as others of the same kind are started. */
final class Jvm {

    /** The same for all sides; docs/performance.md tells why. */
    static final List<String> FLAGS = List.of("-XX:+UseCompactObjectHeaders", "-XX:+UseParallelGC",
            "-XX:+UseCondCardMark", "-Xms2g",
            "-Xmx2g", "-XX:+AlwaysPreTouch");

    private Jvm() {}

    /** Returns the command that starts a main class of the same class path. */
    static List<String> command(List<String> flags, Class<?> main, List<String> args) {
        List<String> command = new ArrayList<>(List.of(tool("java")));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(args);
        return command;
    }

    /** Returns the path of a tool of the JDK. */
    static String tool(String name) {
        String suffix = File.separatorChar == '\\' ? ".exe" : "";
        return Path.of(System.getProperty("java.home"), "bin", name + suffix).toString();
    }

    /** Returns the folder for all that is written. */
    static Path target() {
        return Path.of(System.getProperty("benchmarks.target", "target"));
    }

    /** Returns what runs measuring programs; what they print stays in a folder of the target. */
    static Program program(Duration limit) {
        return new Program(target().resolve("runs"), limit);
    }
}
