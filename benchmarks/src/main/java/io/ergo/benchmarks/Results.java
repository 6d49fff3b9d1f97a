package io.ergo.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files for programs that read figures: {@code results.json} is a list of figures, each with the sub-command it comes from;
 * {@code environment.json} tells for each sub-command where its figures come from. A run replaces what the same sub-command wrote before.
 *
 * @param folder where the files are
 */
record Results(Path folder) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COMMAND = "command";

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

    /** Where the figures of a sub-command come from. */
    private record Environment(Machine machine, int runs, List<Double> otherLoads) {}

    static Results in(Path folder) {
        return new Results(folder);
    }

    /** Replaces the figures of a sub-command and returns the file they are in. */
    Path put(String command, Section<?> section) throws IOException {
        Files.createDirectories(folder.toAbsolutePath());
        Path environment = folder.resolve("environment.json");
        ObjectNode environments = Files.exists(environment) ? (ObjectNode) read(environment) : JSON.createObjectNode();
        environments.set(command,
                JSON.valueToTree(new Environment(section.machine(), section.runs(), section.otherLoads())));
        write(environment, environments);
        Path file = folder.resolve("results.json");
        write(file, replaced(file, command, section.figures()));
        return file;
    }

    private static ArrayNode replaced(Path file, String command, List<?> figures) throws IOException {
        ArrayNode rows = JSON.createArrayNode();
        if (Files.exists(file)) {
            read(file).forEach(row -> {
                if (!row.path(COMMAND).asString().equals(command)) {
                    rows.add(row);
                }
            });
        }
        for (Object figure : figures) {
            ObjectNode row = JSON.valueToTree(figure);
            rows.add(row.put(COMMAND, command));
        }
        return rows;
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }

    private static void write(Path file, JsonNode content) throws IOException {
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
    }
}
