package io.ergo.actor;

import java.time.Duration;
import java.util.ArrayDeque;

/** Counts restarts within a sliding window, on a monotonic clock. */
final class RestartWindow {

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private final int intensity;
    private final long periodNanos;
    private final ArrayDeque<Long> restarts = new ArrayDeque<>();

    RestartWindow(int intensity, Duration period) {
        this.intensity = intensity;
        this.periodNanos = period.compareTo(LONGEST) < 0 ? period.toNanos() : Long.MAX_VALUE;
    }

    /** Returns how many restarts are remembered. */
    int size() {
        return restarts.size();
    }

    /** Counts one more restart and returns whether that is within the intensity. */
    boolean admits(long nowNanos) {
        restarts.addLast(nowNanos);
        while (restarts.size() > intensity && nowNanos - restarts.getFirst() > periodNanos) {
            restarts.removeFirst();
        }
        return restarts.size() <= intensity;
    }
}
