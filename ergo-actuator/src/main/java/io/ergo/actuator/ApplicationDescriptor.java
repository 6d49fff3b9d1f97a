package io.ergo.actuator;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An application with its tree of processes: {@code /actuator/ergo/applications/{name}}.
 *
 * @param name the name
 * @param description informational
 * @param version {@code name:release[commit]}, null if it has none
 * @param weight how much of the work it takes, compared with its instances on other nodes
 * @param tags marks to choose an instance by
 * @param map names of processes by the role they play
 * @param dependsOn the applications that are started before it
 * @param mode {@code temporary}, {@code transient} or {@code permanent}
 * @param state {@code loaded}, {@code running} or {@code stopping}
 * @param parent name of the node that started it, null if it does not run
 * @param uptime since its start, zero if it does not run
 * @param tree the running members in the order of their start, each with what is below it
 * @param processes how many processes the tree shows
 * @param truncated whether there may be more processes than are shown
 */
public record ApplicationDescriptor(String name, String description, @Nullable String version, int weight,
        List<String> tags, Map<String, String> map, List<String> dependsOn, String mode, String state,
        @Nullable String parent, Duration uptime, List<TreeNode> tree,
        int processes, boolean truncated) implements ErgoDescriptor {

    /** Copies the lists. */
    public ApplicationDescriptor {
        tags = List.copyOf(tags);
        map = Collections.unmodifiableMap(new LinkedHashMap<>(map));
        dependsOn = List.copyOf(dependsOn);
        tree = List.copyOf(tree);
    }
}
