package io.ergo.actuator;

import java.time.Duration;
import java.util.List;

/**
 * An application with its tree of processes: {@code /actuator/ergo/applications/{name}}.
 *
 * @param name the name
 * @param description informational
 * @param mode {@code temporary}, {@code transient} or {@code permanent}
 * @param state {@code loaded}, {@code running} or {@code stopping}
 * @param uptime since its start, zero if it does not run
 * @param tree the running members in the order of their start, each with what is below it
 * @param processes how many processes the tree shows
 * @param truncated whether there may be more processes than are shown
 */
public record ApplicationDescriptor(String name, String description, String mode, String state, Duration uptime,
        List<TreeNode> tree,
        int processes, boolean truncated) implements ErgoDescriptor {

    /** Copies the list. */
    public ApplicationDescriptor {
        tree = List.copyOf(tree);
    }
}
