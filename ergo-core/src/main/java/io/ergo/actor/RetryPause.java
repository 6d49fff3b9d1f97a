package io.ergo.actor;

import java.time.Duration;

/**
 * How long a supervisor waits before it tries a restart again that failed: at first 50 ms at most, then twice as long each time, but never
 * so long that the intensity could not be exceeded. The time varies between half and all of that, so that supervisors which fail together
 * do not try together.
 */
final class RetryPause {

    private static final Duration FIRST = Duration.ofMillis(50);
    private static final int MOST_DOUBLINGS = 20;

    private final long longestNanos;

    RetryPause(int intensity, Duration period) {
        Duration longest = period.dividedBy(2L * intensity + 2);
        Duration limit = FIRST.multipliedBy(1L << MOST_DOUBLINGS);
        longestNanos = longest.compareTo(limit) < 0 ? longest.toNanos() : limit.toNanos();
    }

    /**
     * Returns the pause.
     *
     * @param failures how many starts failed in a row, 1 or more
     * @param nowNanos the time, which is all the chance there is here
     */
    Duration after(int failures, long nowNanos) {
        int doublings = Math.min(failures - 1, MOST_DOUBLINGS);
        long half = Math.min(FIRST.toNanos() << doublings, longestNanos) / 2;
        return Duration.ofNanos(half + Math.floorMod(scramble(nowNanos), half + 1));
    }

    /** Spreads neighbouring times over all values. */
    private static long scramble(long nanos) {
        long bits = nanos * 0x9E37_79B9_7F4A_7C15L;
        return bits ^ (bits >>> 32);
    }
}
