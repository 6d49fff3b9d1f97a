package io.ergo.network;

import java.util.Random;
import java.util.stream.IntStream;

/** Where recorded bytes are damaged: everywhere if they are short; of long ones at the first bytes and, from a seed, at some others. */
public final class Damage {

    private static final int ALL_POSITIONS = 1024;
    private static final int FIRST_POSITIONS = 64;
    private static final int RANDOM_POSITIONS = 1000;

    private Damage() {}

    /** Returns positions of bytes. */
    public static IntStream positions(int length) {
        return some(length, 1);
    }

    /** Returns positions of bits. */
    public static IntStream bits(int length) {
        return some(length, Byte.SIZE);
    }

    private static IntStream some(int length, int each) {
        return length <= ALL_POSITIONS ? IntStream.range(0, length * each)
                : IntStream.concat(IntStream.range(0, FIRST_POSITIONS * each),
                        new Random(length).ints(RANDOM_POSITIONS, FIRST_POSITIONS * each, length * each));
    }

    /** Returns a copy in which the bit is another. */
    public static byte[] flipped(byte[] bytes, int bit) {
        byte[] damaged = bytes.clone();
        damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return damaged;
    }
}
