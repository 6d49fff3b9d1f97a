package io.ergo.actuator;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A process in a tree, or the place of a child that does not run. What is null is left out of the JSON.
 *
 * @param spec name of its specification if it is the child of a supervisor, else null
 * @param pid its pid, null if it does not run
 * @param name its registered name, null if it has none or does not run
 * @param behavior class name of its behaviour, null if it does not run
 * @param state its state, {@code not running} for a child that does not run, {@code disabled} for a disabled one
 * @param mailboxDepth how many messages wait in its mailbox
 * @param messagesIn how many messages came in
 * @param messagesOut how many messages went out
 * @param uptime since it was spawned
 * @param significant whether its normal end ends its supervisor; null unless it is the child of one
 * @param restarts how often its supervisor restarted it; null unless it is the child of one
 * @param supervisor what it shows of itself as a supervisor; null if it is none
 * @param children the processes below it: those of a supervisor's specifications in their order, then others by age
 */
public record TreeNode(@Nullable String spec, @Nullable String pid, @Nullable String name, @Nullable String behavior,
        String state,
        @Nullable Long mailboxDepth, @Nullable Long messagesIn, @Nullable Long messagesOut, @Nullable Duration uptime,
        @Nullable Boolean significant, @Nullable Long restarts, @Nullable SupervisorDescriptor supervisor,
        List<TreeNode> children) {

    /** Copies the list. */
    public TreeNode {
        children = List.copyOf(children);
    }
}
