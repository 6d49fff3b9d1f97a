package io.ergo.spring;

import io.ergo.Node;

/**
 * The node of the context is about to stop; everything still runs. Exceptions of listeners are logged.
 *
 * @param node the node
 */
public record ErgoNodeStoppingEvent(Node node) {}
