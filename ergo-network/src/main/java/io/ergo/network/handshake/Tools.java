package io.ergo.network.handshake;

import java.util.HexFormat;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What handshakes are made with.
 *
 * @param codec for their messages
 * @param random for their secrets
 * @param nanos the clock
 */
record Tools(HandshakeCodec codec, RandomGenerator random, LongSupplier nanos) {

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

    private String hex(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
