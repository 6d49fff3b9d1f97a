package io.ergo.network.spi;

import java.time.Duration;

/**
 * What a handshake takes at most. Each {@code with} method returns a changed copy.
 *
 * @param introduceBytes how long an Introduce may be that is read, in bytes; 256 KiB unless said otherwise. All other messages may have 65,535
 * @param silence how long nothing may come, at most an hour; 1 second unless said otherwise
 * @param total how long the whole may take, at most an hour; 5 seconds unless said otherwise
 */
public record HandshakeLimits(int introduceBytes, Duration silence, Duration total) {

    private static final int SHORTEST_INTRODUCE = 1024;
    private static final int LONGEST_INTRODUCE = 16 * 1024 * 1024;
    private static final Duration LONGEST_TIME = Duration.ofHours(1);
    private static final HandshakeLimits DEFAULTS = new HandshakeLimits(256 * 1024, Duration.ofSeconds(1),
            Duration.ofSeconds(5));

    /** Checks. */
    public HandshakeLimits {
        if (introduceBytes < SHORTEST_INTRODUCE || introduceBytes > LONGEST_INTRODUCE) {
            throw new IllegalArgumentException("the limit of an Introduce is " + introduceBytes + " bytes but must be "
                    + SHORTEST_INTRODUCE + " to " + LONGEST_INTRODUCE);
        }
        checkTime("silence", silence);
        checkTime("total", total);
    }

    /** Returns the defaults. */
    public static HandshakeLimits defaults() {
        return DEFAULTS;
    }

    /** Returns a copy with the length. */
    public HandshakeLimits withIntroduceBytes(int most) {
        return new HandshakeLimits(most, silence, total);
    }

    /** Returns a copy with the time. */
    public HandshakeLimits withSilence(Duration most) {
        return new HandshakeLimits(introduceBytes, most, total);
    }

    /** Returns a copy with the time. */
    public HandshakeLimits withTotal(Duration most) {
        return new HandshakeLimits(introduceBytes, silence, most);
    }

    private static void checkTime(String what, Duration value) {
        if (!value.isPositive() || value.compareTo(LONGEST_TIME) > 0) {
            throw new IllegalArgumentException("the limit '" + what + "' is " + value
                    + " but must be positive and at most " + LONGEST_TIME);
        }
    }
}
