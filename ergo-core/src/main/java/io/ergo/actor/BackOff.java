package io.ergo.actor;

import java.time.Duration;

import io.ergo.ErgoException;
import io.ergo.Reason;

/**
 * How long a supervisor waits before it restarts a child: first {@code min}, then {@code factor} times as long for each further
 * restart in a row, at most {@code max}. A random share of up to {@code jitter} is taken off each pause, so that children which
 * failed together do not come back together. A child that ran for {@code max} or longer begins again with {@code min}.
 *
 * <p>A restart counts against the intensity when the child fails, not when the pause is over: with pauses so long that the
 * intensity is never exceeded within its period a supervisor tries for ever.
 *
 * @param min the first pause
 * @param max the longest pause
 * @param factor by how much each pause is longer than the one before; 1 for equal ones
 * @param jitter the share of a pause that is left to chance, 0 to 1
 */
public record BackOff(Duration min, Duration max, double factor, double jitter) {

    /** By how much a pause is longer than the one before, unless set. */
    public static final double DEFAULT_FACTOR = 2;

    /** The share of a pause that is left to chance, unless set. */
    public static final double DEFAULT_JITTER = 0.2;

    private static final Duration LONGEST = Duration.ofDays(365);

    /** Restarts at once: for a child that does not wait although its supervisor's other children do. */
    public static final BackOff NONE = new BackOff(Duration.ZERO, Duration.ZERO, 1, 0);

    private static final Duration FIRST_RETRY = Duration.ofMillis(50);
    private static final double RETRY_JITTER = 0.5;

    /**
     * Checks.
     *
     * @throws ErgoException {@link Reason#INCORRECT} if the first pause is not positive, unless both are zero, the longest is
     *         shorter than the first or longer than a year, the factor is below 1, or the jitter is not between 0 and 1
     */
    public BackOff {
        if (min == null || min.isNegative() || (min.isZero() && !min.equals(max))) {
            throw incorrect("min is " + min + " but must be positive; BackOff.NONE is for restarts at once");
        }
        if (max == null || max.compareTo(min) < 0 || max.compareTo(LONGEST) > 0) {
            throw incorrect("max is " + max + " but must be between min, " + min + ", and " + LONGEST.toDays()
                    + " days");
        }
        if (!(factor >= 1) || Double.isInfinite(factor)) {
            throw incorrect("factor is " + factor + " but must be a number of at least 1");
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw incorrect("jitter is " + jitter + " but must be between 0 and 1");
        }
    }

    private static ErgoException incorrect(String what) {
        return ErgoException.of(Reason.INCORRECT, "the back-off's " + what);
    }

    /** Returns pauses between these two, each twice as long as the one before, up to a fifth of it left to chance. */
    public static BackOff between(Duration min, Duration max) {
        return new BackOff(min, max, DEFAULT_FACTOR, DEFAULT_JITTER);
    }

    /** Returns whether restarts come at once, as with {@link #NONE}. */
    public boolean isNone() {
        return max.isZero();
    }

    /**
     * The pauses before a restart whose init failed is tried again, for supervisors without a back-off: never so long that the
     * intensity could not be exceeded.
     */
    static BackOff forRetries(int intensity, Duration period) {
        Duration share = period.dividedBy(2L * intensity + 2);
        Duration max = share.compareTo(LONGEST) > 0 ? LONGEST : share.plusNanos(share.isZero() ? 1 : 0);
        return new BackOff(max.compareTo(FIRST_RETRY) < 0 ? max : FIRST_RETRY, max, DEFAULT_FACTOR, RETRY_JITTER);
    }

    /** Returns a copy in which each pause is this many times as long as the one before. */
    public BackOff withFactor(double times) {
        return new BackOff(min, max, times, jitter);
    }

    /** Returns a copy that leaves this share of a pause to chance. */
    public BackOff withJitter(double share) {
        return new BackOff(min, max, factor, share);
    }

    /**
     * Returns a pause.
     *
     * @param restarts how many restarts in a row there are with this one, 1 or more
     * @param chance a random number from 0 to below 1
     */
    Duration pause(int restarts, double chance) {
        double longest = Math.min((double) min.toNanos() * Math.pow(factor, restarts - 1), (double) max.toNanos());
        return Duration.ofNanos(Math.round(longest * (1 - jitter * chance)));
    }
}
