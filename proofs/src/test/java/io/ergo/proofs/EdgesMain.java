package io.ergo.proofs;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Takes the order of each {@link Edge} away, one after the other, and expects a stress test to fail: {@code EdgesMain MAIN-SOURCES WORK-FOLDER
 * [NAME-PART]}. Ends with 1 if all tests passed although an order was missing; then the order is not needed, or not tested.
 */
public final class EdgesMain {

    private static final long MINUTES_PER_EDGE = 10;

    private final Path sources;
    private final Path work;

    private EdgesMain(Path sources, Path work) {
        this.sources = sources;
        this.work = work;
    }

    /** Runs all edges, or those whose name holds the third argument. */
    public static void main(String[] args) throws IOException, InterruptedException {
        EdgesMain edges = new EdgesMain(Path.of(args[0]), Path.of(args[1]));
        String part = args.length > 2 ? args[2] : "";
        List<Edge> chosen = Edges.all().stream().filter(edge -> edge.name().contains(part)).toList();
        int missed = 0;
        for (Edge edge : chosen) {
            boolean found = edges.isFound(edge);
            missed += found ? 0 : 1;
            System.out.printf(Locale.ROOT, "%-45s %-35s %s%n", edge.name(), edge.test(), found ? "found" : "NOT FOUND");
        }
        System.out.printf(Locale.ROOT, "%d edges taken away, %d found%n", chosen.size(), chosen.size() - missed);
        System.exit(missed == 0 && !chosen.isEmpty() ? 0 : 1);
    }

    private boolean isFound(Edge edge) throws IOException, InterruptedException {
        Path folder = work.resolve(edge.name().replaceAll("[^a-z]+", "-"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(edge, folder, classes);
        Path log = folder.resolve("stress.log");
        Process stress = new ProcessBuilder(command(edge, folder, classes)).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!stress.waitFor(MINUTES_PER_EDGE, TimeUnit.MINUTES)) {
            stress.destroyForcibly();
            throw new IllegalStateException(
                    "edge '" + edge.name() + "': no end after " + MINUTES_PER_EDGE + " minutes, see " + log);
        }
        String told = Files.readString(log);
        if (!told.contains("RUN RESULTS")) {
            throw new IllegalStateException("edge '" + edge.name() + "': the stress test did not run, see " + log);
        }
        return stress.exitValue() != 0 && told.contains("Observed forbidden state");
    }

    private void compile(Edge edge, Path folder, Path classes) throws IOException {
        Path weakened = folder.resolve("source").resolve(edge.source());
        Files.createDirectories(weakened.getParent());
        Files.writeString(weakened, edge.weaken(Files.readString(sources.resolve(edge.source()))));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int status = compiler.run(null, null, null, "-proc:none", "-nowarn", "-cp",
                System.getProperty("java.class.path"), "-d",
                classes.toString(), weakened.toString());
        if (status != 0) {
            throw new IllegalStateException("edge '" + edge.name() + "': " + weakened + " does not compile");
        }
    }

    private static List<String> command(Edge edge, Path folder, Path classes) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(classes + File.pathSeparator + System.getProperty("java.class.path"));
        command.addAll(List.of("org.openjdk.jcstress.Main", "-m", "quick", "-sc", "false", "-t", edge.test(), "-r",
                folder.resolve("report").toString()));
        return command;
    }
}
