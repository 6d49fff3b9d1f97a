package io.ergo.network.edf;

/**
 * What a decoder takes at most, checked before anything is allocated; depth and total hold for what is written, too. Immutable; each {@code with} method
 * returns a changed copy.
 *
 * @param depth how deep values may be nested, 1,000 at most; 100 unless said otherwise
 * @param count how many items a slice, array or map may have; 10 million unless said otherwise
 * @param bytes how many bytes a string, a binary or the payload of an opaque type may have; 64 MiB unless said otherwise. By the format itself a string
 *     has at most 65,535, the text of an error 32,767 and an atom 255
 * @param total how many bytes one value may take in all; 64 MiB unless said otherwise
 */
public record EdfLimits(int depth, int count, int bytes, int total) {

    /** 1,000 levels fit in the 1 MiB stack of a thread. */
    private static final int MOST_DEPTH = 1000;
    private static final int MIB = 1024 * 1024;
    private static final EdfLimits DEFAULTS = new EdfLimits(100, 10_000_000, 64 * MIB, 64 * MIB);

    /** Checks. */
    public EdfLimits {
        positive("depth", depth);
        if (depth > MOST_DEPTH) {
            throw new IllegalArgumentException("the limit 'depth' is " + depth + " but may be " + MOST_DEPTH
                    + " at most, which the stack of a thread holds");
        }
        positive("count", count);
        positive("bytes", bytes);
        positive("total", total);
    }

    /** Returns the defaults. */
    public static EdfLimits defaults() {
        return DEFAULTS;
    }

    /** Returns a copy with the depth. */
    public EdfLimits withDepth(int most) {
        return new EdfLimits(most, count, bytes, total);
    }

    /** Returns a copy with the count. */
    public EdfLimits withCount(int most) {
        return new EdfLimits(depth, most, bytes, total);
    }

    /** Returns a copy with the size of strings, binaries and opaque payloads. */
    public EdfLimits withBytes(int most) {
        return new EdfLimits(depth, count, most, total);
    }

    /** Returns a copy with the size of a whole value. */
    public EdfLimits withTotal(int most) {
        return new EdfLimits(depth, count, bytes, most);
    }

    private static void positive(String what, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException("the limit '" + what + "' is " + value + " but must be positive");
        }
    }
}
