package io.ergo.spring;

import io.ergo.Node;

/**
 * The node of the context has stopped. Exceptions of listeners are logged.
 *
 * @param node the node
 * @param orderly whether all processes ended without being killed
 */
public record ErgoNodeStoppedEvent(Node node, boolean orderly) {}
