package io.ergo.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

import io.ergo.network.Cookie;
import io.ergo.network.handshake.HandshakeCodec;
import io.ergo.network.handshake.HandshakeMessage;
import io.ergo.network.spi.Handshake;
import io.ergo.network.spi.HandshakeOptions;
import io.ergo.network.spi.HandshakeResult;
import io.ergo.network.spi.HandshakeStep;

/**
 * A byte that chooses, and what a peer sends. For the codec: each message can be written, and is then read and written in the same way again. For a side
 * of a handshake: it goes on to its end without an exception. Secrets and clock are always the same, so that proofs of an earlier run hold.
 */
final class HandshakeTarget extends Target {

    private static final int KINDS = 1 + HandshakeSides.KINDS;
    private static final int PIECE = 97;
    private static final long LIMIT = HandshakeOptions.of("a@h", 1, Cookie.of("c")).limits().introduceBytes();

    private final HandshakeCodec codec = new HandshakeCodec();
    private final HandshakeSides sides = new HandshakeSides();

    HandshakeTarget() {
        super(new Bounds(LIMIT));
    }

    @Override
    void take(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] sent = Arrays.copyOfRange(input, 1, input.length);
        int kind = Math.floorMod(input[0], KINDS);
        if (kind == 0) {
            messages(ByteBuffer.wrap(sent));
        } else {
            bounds().hold(input.length, () -> last(sides.begin(kind), sent));
        }
    }

    private void messages(ByteBuffer in) {
        int before = -1;
        while (in.hasRemaining() && in.position() != before) {
            before = in.position();
            bounds().hold(in.remaining(), () -> Optional.ofNullable(codec.decode(in, (int) LIMIT)))
                    .flatMap(message -> message).ifPresent(this::again);
        }
    }

    private void again(HandshakeMessage message) {
        byte[] bytes = codec.encode(message);
        HandshakeMessage second = codec.decode(ByteBuffer.wrap(bytes), bytes.length);
        if (!message.equals(second)) {
            throw new Finding(message + " was written and came back as " + second);
        }
    }

    /** Feeds a side with the bytes in pieces and returns what comes of it. */
    private static HandshakeResult last(Handshake side, byte[] sent) {
        HandshakeResult result = settled(side, side.start()).result();
        for (int at = 0; at < sent.length && !result.isFinal(); at += PIECE) {
            ByteBuffer piece = ByteBuffer.wrap(sent, at, Math.min(PIECE, sent.length - at));
            result = settled(side, side.receive(piece)).result();
        }
        return result.isFinal() ? result : side.closed().result();
    }

    private static HandshakeStep settled(Handshake side, HandshakeStep step) {
        return step.result() instanceof HandshakeResult.Introduced ? side.resume() : step;
    }
}
