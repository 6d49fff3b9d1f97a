/** Vectors of the handshake: messages, digests, and both sides once more. */
@NullMarked
package io.ergo.interop.vectors.handshake;

import org.jspecify.annotations.NullMarked;
