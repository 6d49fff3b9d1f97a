/**
 * Processes: the one way of a message from an address to a mailbox, what runs in an activation, how a process begins and how it ends.
 */
@NullMarked
package io.ergo.engine.process;

import org.jspecify.annotations.NullMarked;
