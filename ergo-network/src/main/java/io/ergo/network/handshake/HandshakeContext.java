package io.ergo.network.handshake;

import java.util.HexFormat;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

import io.ergo.network.spi.HandshakeException;

/**
 * What handshakes are made with.
 *
 * @param codec for their messages
 * @param random for their secrets
 * @param nanos the clock
 */
record HandshakeContext(HandshakeCodec codec, RandomGenerator random, LongSupplier nanos) {

    private static final int SALT_BYTES = 32;
    private static final int ID_BYTES = 16;

    /** Returns 64 random hexadecimal characters. */
    String salt() {
        return hex(SALT_BYTES);
    }

    /** Returns 32 random hexadecimal characters. */
    String connectionId() {
        return hex(ID_BYTES);
    }

    /**
     * Checks before a handshake what this side will have to say.
     *
     * @param what it comes from
     * @throws IllegalArgumentException if it cannot be sent
     */
    void requireSendable(String what, HandshakeMessage message) {
        try {
            codec.encode(message);
        } catch (HandshakeException e) {
            throw new IllegalArgumentException("no handshake with " + what + ": " + e.getMessage(), e);
        }
    }

    private String hex(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
