package io.ergo.actuator;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the node knows of one process: {@code /actuator/ergo/processes/{pid or name}}. Its environment is not shown, it may hold secrets.
 *
 * @param pid its pid
 * @param name its registered name, null if it has none
 * @param application the application it belongs to, null if none
 * @param behavior class name of its behaviour
 * @param state its state
 * @param parent pid of who spawned it
 * @param leader pid of the head of its group
 * @param mailbox its mailbox
 * @param messagesIn how many messages came in
 * @param messagesOut how many messages went out
 * @param runningTime how long it ran, sampled
 * @param uptime since it was spawned
 * @param aliases its aliases
 * @param links the targets it links to
 * @param monitors the targets it monitors
 * @param settings how it sends if nothing else is said
 * @param supervisor what it shows of itself as a supervisor; null if it is none
 * @param children a supervisor's children in the order of their specifications, without what is below them
 * @param truncated whether one of the lists holds less than there is
 */
public record ProcessDescriptor(String pid, @Nullable String name, @Nullable String application, String behavior,
        String state,
        String parent, String leader, Mailbox mailbox, long messagesIn, long messagesOut, Duration runningTime,
        Duration uptime,
        List<String> aliases, List<String> links, List<String> monitors, Settings settings,
        @Nullable SupervisorDescriptor supervisor,
        List<TreeNode> children, boolean truncated) implements ErgoDescriptor {

    /**
     * How many messages wait in each queue.
     *
     * @param depth all queues together
     * @param urgent highest priority, exit signals
     * @param system high priority, down messages
     * @param main normal priority
     * @param log log records
     * @param limit limit of each queue, 0 for none
     * @param overflow what happens beyond the limit: {@code reject}, or {@code fallback to} and the name of the process
     */
    public record Mailbox(long depth, long urgent, long system, long main, long log, int limit, String overflow) {}

    /**
     * How it sends if nothing else is said.
     *
     * @param priority {@code normal}, {@code high} or {@code max}
     * @param compression {@code off}, or algorithm, level and threshold: {@code gzip, best size, from 2048 bytes}
     * @param keepNetworkOrder whether messages to one receiver on another node arrive in the order of sending
     * @param importantDelivery whether messages to other nodes are confirmed
     */
    public record Settings(String priority, String compression, boolean keepNetworkOrder, boolean importantDelivery) {}

    /** Copies the lists. */
    public ProcessDescriptor {
        aliases = List.copyOf(aliases);
        links = List.copyOf(links);
        monitors = List.copyOf(monitors);
        children = List.copyOf(children);
    }
}
