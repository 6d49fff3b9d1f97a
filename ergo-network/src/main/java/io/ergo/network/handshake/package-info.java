/** EHS, how two nodes prove to each other that they know the same cookie, and agree on a connection. */
@NullMarked
package io.ergo.network.handshake;

import org.jspecify.annotations.NullMarked;
