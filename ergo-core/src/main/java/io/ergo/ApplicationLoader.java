package io.ergo;

/** Makes the specification of an application for the node that loads it, from arguments. */
@FunctionalInterface
public interface ApplicationLoader {

    /**
     * Returns the specification.
     *
     * @throws Exception an {@link ErgoException} or a {@link Stop} fails the load with its reason, anything else with
     *         {@link Reason#APPLICATION_LOAD_PANIC}
     */
    ApplicationSpec load(Node node, Args args) throws Exception;
}
