package io.ergo.actuator;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of processes in ascending order of their ids: {@code /actuator/ergo/processes?from=…&limit=…}.
 *
 * @param processes the page
 * @param truncated whether there are more
 * @param next the {@code from} of the next page, null if there are no more
 */
public record ProcessesDescriptor(List<ProcessSummary> processes, boolean truncated,
        @Nullable Long next) implements ErgoDescriptor {

    /** Copies the list. */
    public ProcessesDescriptor {
        processes = List.copyOf(processes);
    }
}
