package io.ergo.network.edf;

/**
 * What the value that a reader reads may still cost: levels, structs, items, comparisons of keys. The bytes left bound all else. On the
 * reader's thread.
 */
final class ReadBudget {

    /** Items that take no bytes cannot be compared with the bytes left: this many of them in one value. */
    private static final int MOST_EMPTY_ITEMS = 4096;
    /** A struct, list or map takes up to 64 bytes of memory beside what it holds, so there may be one for each byte, and this many. */
    private static final int FREE_LEVELS = 4096;
    /** What the comparisons of keys may cost, in bytes that are looked at: this much, and so many times the bytes of the value. */
    private static final int FREE_WORK = 65_536;
    private static final int WORK_FOR_EACH_BYTE = 16;

    private final EdfReader in;
    private final int depthLimit;
    private int depth;
    private int itemsLeft;
    private int emptyItems;
    private long levelsLeft;
    private long workLeft;

    ReadBudget(EdfReader in, EdfLimits limits) {
        this.in = in;
        this.depthLimit = limits.depth();
    }

    /** Begins with a value of so many bytes. */
    void begin(int length) {
        depth = 0;
        itemsLeft = length;
        emptyItems = 0;
        levelsLeft = (long) length + FREE_LEVELS;
        workLeft = FREE_WORK + (long) WORK_FOR_EACH_BYTE * length;
    }

    /** Goes one level deeper; {@link #leave} comes back. */
    void enter() {
        depth++;
        checkDepth(depth);
        if (--levelsLeft < 0) {
            throw in.fail("the value has more structs, lists and maps than bytes");
        }
    }

    void checkDepth(int levels) {
        if (levels > depthLimit) {
            throw in.fail("the value is nested deeper than the limit of " + depthLimit);
        }
    }

    void leave() {
        depth--;
    }

    /**
     * Counts items whose first bytes are no other item's, so that all of a value together are no more than its bytes. Each count is compared with the
     * bytes left as well, but lists in lists could announce the same bytes again at each level.
     */
    void addItems(int count) {
        itemsLeft -= count;
        if (itemsLeft < 0) {
            throw in.misfit("the slices, arrays and maps announce more items than the value has bytes");
        }
    }

    void addEmptyItems(int count) {
        emptyItems += Math.min(count, MOST_EMPTY_ITEMS + 1);
        if (emptyItems > MOST_EMPTY_ITEMS) {
            throw in.fail("more than " + MOST_EMPTY_ITEMS + " items that take no bytes");
        }
    }

    /** Returns how many bytes were read and looked at again so far; the difference is what it costs to look at a part once more. */
    long effort() {
        return in.position() - workLeft;
    }

    /** Counts that so much is looked at so many times more. */
    void work(long times, long effort) {
        workLeft -= times * effort;
        if (workLeft < 0) {
            throw in.fail("too many keys of a map or items of a set are equal, or have the same hash");
        }
    }
}
