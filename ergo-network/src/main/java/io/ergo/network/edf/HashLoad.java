package io.ergo.network.edf;

import org.jspecify.annotations.Nullable;

/**
 * Keeps a peer from choosing keys that hash alike, or are equal: a hash table looks at such keys one after the other, so that a hundred thousand of them
 * take minutes. Counts how many earlier keys each key may have to be compared with, and what that costs: all bytes of the key, and of a key with keys
 * inside also what comparing these did cost.
 */
final class HashLoad {

    /** Of texts and numbers so many are not worth it. */
    private static final int FEW = 64;
    /** Spreads what differs; keys whose hashes are equal stay together. */
    private static final int MULTIPLIER = 0x9e3779b9;

    private final int[] loads;
    private final int shift;

    private HashLoad(int count) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(count - 1);
        this.loads = new int[1 << bits];
        this.shift = Integer.SIZE - bits;
    }

    /** Returns the load of a table for so many keys, null if what they cost is not worth it. */
    static @Nullable HashLoad of(int count, Codec key) {
        return count <= (isSimple(key) ? FEW : 1) ? null : new HashLoad(count);
    }

    /** Tells whether keys hold nothing else, so that a few cost next to nothing. */
    static boolean isSimple(Codec key) {
        return key.type() instanceof Scalar && key.type() != Scalar.ANY;
    }

    /** Reads a key and counts it; hashing counts as one more look. */
    static @Nullable Object read(EdfReader in, Codec key, @Nullable HashLoad load) {
        if (load == null) {
            return key.read(in);
        }
        long before = in.budget().effort();
        Object read = key.read(in);
        in.budget().work(load.add(in, read) + 1L, in.budget().effort() - before);
        return read;
    }

    private int add(EdfReader in, @Nullable Object key) {
        try {
            int hash = key == null ? 0 : key.hashCode();
            return loads[(hash * MULTIPLIER) >>> shift]++;
        } catch (RuntimeException e) {
            throw in.incomparable(e);
        }
    }
}
