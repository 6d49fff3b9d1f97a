package io.ergo.interop.vectors.handshake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

import io.ergo.interop.vectors.check.Mismatch;

/** Draws what the recorded node has drawn, in its order; where nothing of it is known, zeros. */
final class RecordedRandom implements RandomGenerator {

    private final Deque<byte[]> draws = new ArrayDeque<>();

    void add(String hex) {
        try {
            draws.add(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException bad) {
            throw new Mismatch("a salt or id that the node has drawn is not hexadecimal: '" + hex + "'");
        }
    }

    @Override
    public void nextBytes(byte[] bytes) {
        byte[] draw = draws.poll();
        if (draw != null) {
            System.arraycopy(draw, 0, bytes, 0, Math.min(draw.length, bytes.length));
        }
    }

    @Override
    public long nextLong() {
        throw new UnsupportedOperationException("handshakes draw bytes");
    }
}
