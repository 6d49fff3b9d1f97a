package io.ergo.network.handshake;

import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.Queue;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** The salts and ids that will be drawn, and a clock that is moved by hand. */
final class Script implements RandomGenerator, LongSupplier {

    private final Queue<byte[]> drawn = new ArrayDeque<>();
    private long now = Long.MAX_VALUE - 1_000_000; // wraps soon

    Script willDraw(String... hex) {
        for (String each : hex) {
            drawn.add(HexFormat.of().parseHex(each));
        }
        return this;
    }

    void pass(long millis) {
        now += millis * 1_000_000;
    }

    ErgoHandshakes handshakes() {
        return new ErgoHandshakes(this, this);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        byte[] next = drawn.remove();
        System.arraycopy(next, 0, bytes, 0, bytes.length);
    }

    @Override
    public long nextLong() {
        throw new UnsupportedOperationException("bytes are drawn");
    }

    @Override
    public long getAsLong() {
        return now;
    }
}
