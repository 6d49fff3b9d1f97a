package io.ergo.network.spi;

import java.nio.ByteBuffer;

/**
 * What comes of one call of a {@link Handshake}.
 *
 * @param send the bytes to send after the result was dealt with; may be empty
 * @param result how far it is
 */
public record HandshakeStep(ByteBuffer send, HandshakeResult result) {}
