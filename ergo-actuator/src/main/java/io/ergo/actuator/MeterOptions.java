package io.ergo.actuator;

import io.ergo.ErgoException;
import io.ergo.Reason;

/**
 * What the meters of a node may cost. Immutable; each {@code with} method returns a changed copy.
 *
 * @param sampleOneIn one in how many messages is timed, a power of two
 * @param maxTagValues how many behaviours, and how many supervisors, get meters of their own, at least 1; all others share those tagged
 *        {@code other}
 * @param maxProcesses at how many mailboxes one reading looks at most, at least 1
 */
public record MeterOptions(int sampleOneIn, int maxTagValues, int maxProcesses) {

    private static final MeterOptions DEFAULTS = new MeterOptions(64, 50, 10_000);

    /**
     * Checks the values.
     *
     * @throws ErgoException {@link Reason#INCORRECT} naming the value that is out of its range
     */
    public MeterOptions {
        if (Integer.bitCount(sampleOneIn) != 1 || sampleOneIn < 1) {
            throw ErgoException.of(Reason.INCORRECT,
                    "one in " + sampleOneIn + " messages is to be timed; give a power of two");
        }
        requirePositive("tag values", maxTagValues);
        requirePositive("processes", maxProcesses);
    }

    /** Returns the defaults: one in 64 messages, 50 tag values, 10,000 mailboxes. */
    public static MeterOptions defaults() {
        return DEFAULTS;
    }

    /** Returns a copy that times one in so many messages. */
    public MeterOptions withSampleOneIn(int messages) {
        return new MeterOptions(messages, maxTagValues, maxProcesses);
    }

    /** Returns a copy with so many tag values. */
    public MeterOptions withMaxTagValues(int values) {
        return new MeterOptions(sampleOneIn, values, maxProcesses);
    }

    /** Returns a copy that looks at so many mailboxes. */
    public MeterOptions withMaxProcesses(int processes) {
        return new MeterOptions(sampleOneIn, maxTagValues, processes);
    }

    private static void requirePositive(String what, int value) {
        if (value < 1) {
            throw ErgoException.of(Reason.INCORRECT,
                    "the greatest number of " + what + " is " + value + " but must be at least 1");
        }
    }
}
