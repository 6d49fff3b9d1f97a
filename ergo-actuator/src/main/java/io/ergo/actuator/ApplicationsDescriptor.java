package io.ergo.actuator;

import java.util.List;

/**
 * The applications of the node: {@code /actuator/ergo/applications}.
 *
 * @param applications the applications in the order of loading
 * @param truncated whether there are more than are shown
 */
public record ApplicationsDescriptor(List<ApplicationSummary> applications,
        boolean truncated) implements ErgoDescriptor {

    /** Copies the list. */
    public ApplicationsDescriptor {
        applications = List.copyOf(applications);
    }
}
