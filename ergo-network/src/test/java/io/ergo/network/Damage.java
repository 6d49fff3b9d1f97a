package io.ergo.network;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where recorded bytes are damaged: everywhere if they are short; of long ones at the first bytes and, from a seed, at some others. */
public final class Damage {

    private static final int ALL_POSITIONS = 1024;
    private static final int FIRST_POSITIONS = 64;
    private static final int RANDOM_POSITIONS = 1000;
    /** 0, 7, 8, 2³¹ − 1 and 2³² − 1 in four bytes; what is not in the upper ones of these also in two. */
    private static final List<byte[]> LENGTHS = Stream
            .of("00000000", "00000007", "00000008", "7fffffff", "ffffffff", "0007", "0008")
            .map(HexFormat.of()::parseHex).toList();

    private Damage() {}

    /** Returns positions of bytes. */
    public static IntStream positions(int length) {
        return some(length, 1);
    }

    private static IntStream some(int length, int each) {
        return length <= ALL_POSITIONS ? IntStream.range(0, length * each)
                : IntStream.concat(IntStream.range(0, FIRST_POSITIONS * each),
                        new Random(length).ints(RANDOM_POSITIONS, FIRST_POSITIONS * each, length * each));
    }

    /** Tries copies in each of which one bit is another, under a name for each. */
    public static void flips(byte[] bytes, Trial trial) {
        some(bytes.length, Byte.SIZE).forEach(bit -> {
            byte[] damaged = bytes.clone();
            damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            trial.of(damaged, "bit " + bit);
        });
    }

    /** Tries copies in each of which a length stands somewhere, that of a part or not. */
    public static void lengths(byte[] bytes, Trial trial) {
        some(bytes.length, LENGTHS.size()).forEach(number -> {
            byte[] length = LENGTHS.get(number % LENGTHS.size());
            int at = number / LENGTHS.size();
            if (at + length.length <= bytes.length) {
                byte[] damaged = bytes.clone();
                System.arraycopy(length, 0, damaged, at, length.length);
                trial.of(damaged, HexFormat.of().formatHex(length) + " at " + at);
            }
        });
    }

    /** Takes what was damaged. */
    @FunctionalInterface
    public interface Trial {

        /** Tries it. */
        void of(byte[] damaged, String how);
    }
}
