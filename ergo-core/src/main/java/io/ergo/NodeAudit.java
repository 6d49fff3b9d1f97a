package io.ergo;

import java.util.List;

/**
 * What a node still holds, to find leaks: after all processes ended it {@linkplain #isClean() is clean}.
 *
 * @param processes processes in the table, with state and behaviour
 * @param names registered names
 * @param aliases aliases
 * @param relations links and monitors
 * @param timers delayed sends that are neither done nor cancelled
 * @param pendingCalls calls that wait for a response
 * @param workers threads that the node started and that are still alive; workers of a running node count
 */
public record NodeAudit(List<String> processes, List<String> names, List<String> aliases, List<String> relations,
        int timers,
        int pendingCalls, int workers) {

    /** Returns whether nothing but workers is left. */
    public boolean isClean() {
        return processes.isEmpty() && names.isEmpty() && aliases.isEmpty() && relations.isEmpty() && timers == 0
                && pendingCalls == 0;
    }
}
