package io.ergo.actuator;

/**
 * A count that never falls, made from one that starts at zero with each incarnation of the node and that may be read a little too low while
 * processes come and go. One thread at a time writes, any thread reads.
 */
final class GrowingCount {

    private long before;
    private long now;
    private volatile long total;

    /** The node was restarted: what it counts from now on is added. */
    void restart() {
        before += now;
        now = 0;
    }

    /** Takes what the node counted since its start. */
    void take(long value) {
        now = Math.max(now, value);
        total = before + now;
    }

    long total() {
        return total;
    }
}
