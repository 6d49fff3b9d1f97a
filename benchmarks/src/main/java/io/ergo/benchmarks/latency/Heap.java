package io.ergo.benchmarks.latency;

/** What is left in the heap after a collection. */
final class Heap {

    private static final int COLLECTIONS = 3;

    private Heap() {}

    static long usedBytes() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
