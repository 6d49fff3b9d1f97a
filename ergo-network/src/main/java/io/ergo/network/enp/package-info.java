/** ENP, what nodes say to each other once they are connected: frames to bytes and back. No socket and no engine in here. */
@NullMarked
package io.ergo.network.enp;

import org.jspecify.annotations.NullMarked;
