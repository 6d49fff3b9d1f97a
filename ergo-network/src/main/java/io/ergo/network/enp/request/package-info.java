/** What the network layers of two nodes ask each other, in frames of type {@code MessageAny}: links, monitors, starts, and the answers. */
@NullMarked
package io.ergo.network.enp.request;

import org.jspecify.annotations.NullMarked;
