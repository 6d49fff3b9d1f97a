/**
 * The mailbox of a process: envelopes, the queues they wait in, and the state word by which senders and the owner agree who runs next.
 */
@NullMarked
package io.ergo.engine.mailbox;

import org.jspecify.annotations.NullMarked;
