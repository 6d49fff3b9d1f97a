package io.ergo.network.edf;

import org.jspecify.annotations.Nullable;

/**
 * Keeps a peer from choosing keys that hash alike, or are equal: a hash table looks at such keys one after the other, so that a hundred thousand of them
 * take minutes. Counts how many earlier keys each key may have to be compared with.
 */
final class HashLoad {

    /** Maps of so many entries are not worth it. */
    private static final int FEW = 64;
    private static final int FREE = 65_536;
    private static final int FOR_EACH = 16;
    /** Spreads what differs; keys whose hashes are equal stay together. */
    private static final int MULTIPLIER = 0x9e3779b9;

    private final int[] loads;
    private final int shift;
    private long left;

    private HashLoad(int count) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(count - 1);
        this.loads = new int[1 << bits];
        this.shift = Integer.SIZE - bits;
        this.left = FREE + (long) FOR_EACH * count;
    }

    /** Returns the load of a table for so many keys, null if they are few. */
    static @Nullable HashLoad of(int count) {
        return count <= FEW ? null : new HashLoad(count);
    }

    /** Counts a key. */
    void add(EdfReader in, @Nullable Object key) {
        int hash = key == null ? 0 : key.hashCode();
        left -= loads[(hash * MULTIPLIER) >>> shift]++;
        if (left < 0) {
            throw in.fail("too many keys of a map or items of a set are equal, or have the same hash");
        }
    }
}
