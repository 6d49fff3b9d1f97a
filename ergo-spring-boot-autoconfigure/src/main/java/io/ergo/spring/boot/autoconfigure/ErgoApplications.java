package io.ergo.spring.boot.autoconfigure;

import java.util.List;

import io.ergo.ApplicationSpec;
import io.ergo.Node;

/**
 * The applications of a context in the order of their start.
 *
 * @param all those that are known to the node
 */
record ErgoApplications(List<Planned> all) {

    /**
     * An application.
     *
     * @param spec its specification
     * @param autostart whether it is started with the node
     */
    record Planned(ApplicationSpec spec, boolean autostart) {}

    /** Makes all known to the node, then starts those that start with it. */
    void startOn(Node node) {
        all.forEach(planned -> node.loadApplication(planned.spec()));
        all.stream().filter(Planned::autostart).map(planned -> planned.spec().name())
                .filter(name -> !node.runningApplications().contains(name)) // another one depends on it
                .forEach(node::startApplication);
    }
}
