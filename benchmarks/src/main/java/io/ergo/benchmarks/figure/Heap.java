package io.ergo.benchmarks.figure;

/** What is left in the heap after a collection. */
public final class Heap {

    private static final int COLLECTIONS = 3;

    private Heap() {}

    /** Collects garbage and returns how many bytes are left. */
    public static long usedBytes() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
