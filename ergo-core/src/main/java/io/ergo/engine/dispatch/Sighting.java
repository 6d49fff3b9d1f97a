package io.ergo.engine.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * What a task was first seen executing, and when. Any thread asks how long; the rest belongs to whoever looks, see
 * {@link TaskWatch}.
 */
final class Sighting {
    private final Object what;
    private final long sinceNanos;
    /** Since when it has not waited in between. */
    private long busySinceNanos;
    private int waitsSeen;
    private boolean told;

    Sighting(Object what, long nowNanos) {
        this.what = what;
        this.sinceNanos = nowNanos;
        this.busySinceNanos = nowNanos;
    }

    boolean isOf(@Nullable Object other) {
        return what.equals(other);
    }

    long sinceNanos() {
        return sinceNanos;
    }

    long busySinceNanos() {
        return busySinceNanos;
    }

    /** If it waits, or has waited since the last look, its time begins anew. */
    void waited(boolean waits, int waitsBefore, long nowNanos) {
        if (waits || waitsBefore != waitsSeen) {
            waitsSeen = waitsBefore;
            busySinceNanos = nowNanos;
        }
    }

    boolean isTold() {
        return told;
    }

    void markTold() {
        told = true;
    }
}
