/** What can be replaced between nodes by an implementation of one's own: the handshake. */
@NullMarked
package io.ergo.network.spi;

import org.jspecify.annotations.NullMarked;
