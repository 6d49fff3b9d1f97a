package io.ergo.network.handshake;

import io.ergo.network.spi.HandshakeLimits;

/** The message that is due. */
enum Awaited {
    HELLO("Hello"),
    HELLO_OR_JOIN("Hello or Join"),
    INTRODUCE("Introduce"),
    ACCEPT("Accept");

    private final String text;

    Awaited(String text) {
        this.text = text;
    }

    /** Returns how long its value may be, in bytes. */
    int mostPayload(HandshakeLimits limits) {
        return this == INTRODUCE ? limits.introduceBytes() : HandshakeCodec.MOST_PAYLOAD;
    }

    @Override
    public String toString() {
        return text;
    }
}
