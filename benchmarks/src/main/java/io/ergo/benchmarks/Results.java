package io.ergo.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file for programs that read figures. It has a section for each sub-command; each run replaces its own.
 *
 * @param file {@code results.json}
 */
record Results(Path file) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * What one run of a sub-command found.
     *
     * @param <F> what a figure is
     * @param machine where
     * @param runs how many JVMs each figure comes from
     * @param otherLoads how many processors were busy with something else, for each program that ran; empty if unknown
     * @param figures the figures
     */
    record Section<F>(Machine machine, int runs, List<Double> otherLoads, List<F> figures) {}

    static Results in(Path folder) {
        return new Results(folder.resolve("results.json"));
    }

    /** Replaces a section and returns the file. */
    Path put(String name, Section<?> section) throws IOException {
        ObjectNode all = Files.exists(file) ? (ObjectNode) JSON.readTree(Files.readString(file))
                : JSON.createObjectNode();
        all.set(name, JSON.valueToTree(section));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
        return file;
    }
}
