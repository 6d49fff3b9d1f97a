package io.ergo.network.spi;

import java.nio.ByteBuffer;

/**
 * What comes of one call of a {@link Handshake}.
 *
 * @param send the bytes to send, before anything else is written to the link; may be empty. Where the result is
 *            {@link HandshakeResult.Introduced} they are sent after it was dealt with
 * @param result how far it is
 */
public record HandshakeStep(ByteBuffer send, HandshakeResult result) {}
