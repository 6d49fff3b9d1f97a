package io.ergo.interop.vectors.handshake;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.network.WireException;
import io.ergo.network.handshake.HandshakeCodec;
import io.ergo.network.handshake.HandshakeMessage;

/** Bytes of the handshake as messages. */
final class Messages {

    private static final String MAGIC = "57";
    private static final int MOST_PAYLOAD = 1 << 20;
    private static final HandshakeCodec CODEC = new HandshakeCodec();

    private Messages() {}

    /** Returns whether the hexadecimal bytes begin like a message. */
    static boolean isOne(String hex) {
        return hex.startsWith(MAGIC);
    }

    /** Reads messages that take up all bytes. */
    static List<HandshakeMessage> read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        List<HandshakeMessage> messages = new ArrayList<>();
        while (in.hasRemaining()) {
            messages.add(next(in));
        }
        return messages;
    }

    private static HandshakeMessage next(ByteBuffer in) {
        HandshakeMessage message;
        try {
            message = CODEC.decode(in, MOST_PAYLOAD);
        } catch (WireException refused) {
            throw new Mismatch("the message is refused: " + refused.getMessage());
        }
        if (message == null) {
            throw new Mismatch("the message is not complete: " + in.remaining() + " bytes are left");
        }
        return message;
    }

    /** Reads one message that takes up all bytes. */
    static HandshakeMessage single(byte[] bytes) {
        List<HandshakeMessage> messages = read(bytes);
        Mismatch.requireEqual("the number of messages", 1, messages.size());
        return messages.getFirst();
    }

    static byte[] write(HandshakeMessage message) {
        return CODEC.encode(message);
    }
}
