package io.ergo.spring;

import io.ergo.Node;

/**
 * The node of the context runs, and so do the applications that start with it. An exception of a listener fails the
 * start.
 *
 * @param node the node
 */
public record ErgoNodeStartedEvent(Node node) {}
