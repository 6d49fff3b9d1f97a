package io.ergo.network.handshake;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import io.ergo.network.spi.Handshake;
import io.ergo.network.spi.HandshakeResult;
import io.ergo.network.spi.HandshakeStep;

/** Drives one handshake as a connection does: first what the result says, then the bytes. */
final class Side {

    final List<HandshakeResult> results = new ArrayList<>();

    private final Handshake handshake;
    private final ByteBuffer sent = ByteBuffer.allocate(64 * 1024);

    Side(Handshake handshake) {
        this.handshake = handshake;
        take(handshake.start());
    }

    HandshakeResult result() {
        return results.getLast();
    }

    boolean isOver() {
        return result().isFinal();
    }

    void receive(ByteBuffer piece) {
        take(handshake.receive(piece));
    }

    void receive(byte[] piece) {
        receive(ByteBuffer.wrap(piece));
    }

    /** Its timer runs. */
    void expire() {
        take(handshake.expire());
    }

    private void take(HandshakeStep step) {
        if (results.isEmpty() || step.result() != results.getLast()) {
            results.add(step.result());
        }
        sent.put(step.send());
        if (step.result() instanceof HandshakeResult.Introduced) {
            take(handshake.resume());
        }
    }

    /** Returns what it has sent since the last time. */
    byte[] takeSent() {
        byte[] bytes = new byte[sent.flip().remaining()];
        sent.get(bytes);
        sent.clear();
        return bytes;
    }

    /** Lets both talk until neither has anything to say, in pieces of random sizes up to the largest. */
    static void talk(Side a, Side b, SplittableRandom random, int largestPiece) {
        boolean said = true;
        while (said) {
            said = carry(a, b, random, largestPiece);
            said |= carry(b, a, random, largestPiece);
        }
    }

    private static boolean carry(Side from, Side to, SplittableRandom random, int largestPiece) {
        ByteBuffer bytes = ByteBuffer.wrap(from.takeSent());
        boolean some = bytes.hasRemaining();
        while (bytes.hasRemaining() && !to.isOver()) {
            int length = Math.min(bytes.remaining(), 1 + random.nextInt(largestPiece));
            to.receive(bytes.slice(bytes.position(), length));
            bytes.position(bytes.position() + length);
        }
        return some;
    }
}
