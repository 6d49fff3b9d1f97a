package io.ergo.spring;

import io.ergo.engine.NodeBuilder;

/**
 * Changes how the node of the context is built, after the configuration properties have been applied. All beans of this
 * type are called in their order at each start of the node, so what belongs to one node only, such as a dispatcher,
 * must be made anew by each call.
 */
@FunctionalInterface
public interface ErgoNodeCustomizer {

    /** Changes the builder. */
    void customize(NodeBuilder builder);
}
