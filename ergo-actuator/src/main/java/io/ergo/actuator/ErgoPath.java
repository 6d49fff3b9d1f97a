package io.ergo.actuator;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The paths below {@code /actuator/ergo}. Names of applications and processes may hold slashes: all segments behind the first are the name,
 * but for a last one that is {@code stack}. A process whose name ends so is asked by its pid.
 *
 * @param segments the segments of the path
 * @param from the first id of a page, as it came
 * @param limit the length of a page, as it came
 */
record ErgoPath(List<String> segments, @Nullable String from, @Nullable String limit) {

    private static final String PATHS = "applications, applications/{name}, processes, processes/{pid or name}"
            + " and processes/{pid or name}/stack";
    private static final String STACK = "/stack";

    static ErgoPath of(String[] path, @Nullable Object from, @Nullable Object limit) {
        return new ErgoPath(Arrays.asList(path), from == null ? null : from.toString(),
                limit == null ? null : limit.toString());
    }

    Answer ask(NodeQuestions node) {
        String name = String.join("/", segments.subList(Math.min(1, segments.size()), segments.size()));
        return switch (segments.isEmpty() ? "" : segments.getFirst()) {
            case "applications" -> name.isEmpty() ? new Answer.Found(node.applications()) : node.application(name);
            case "processes" -> process(node, name);
            default -> new Answer.Missing(
                    "there is no '" + Words.cut(String.join("/", segments)) + "' here, there are " + PATHS);
        };
    }

    private Answer process(NodeQuestions node, String name) {
        if (name.endsWith(STACK)) {
            return node.stack(name.substring(0, name.length() - STACK.length()));
        }
        return name.isEmpty() ? node.processes(from, limit) : node.process(name);
    }
}
