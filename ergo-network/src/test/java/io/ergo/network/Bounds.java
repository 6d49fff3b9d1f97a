package io.ergo.network;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What bytes may cost whoever decodes them: memory of 64 times their own size and 1 MiB, and a second of processor time, whatever else the machine
 * does. What leaves a decoder is a value or our own exception, without a stack trace and with a reason.
 *
 * @param limit bytes that the decoder is configured to take beyond that, such as for what it unpacks
 */
public record Bounds(long limit) {

    private static final long MOST_NANOS = 1_000_000_000;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    /** Decodes an input of so many bytes and returns whether it gives a value. */
    public boolean takes(int length, Decoding decoding) {
        Attempt attempt = new Attempt(decoding);
        long began = THREAD.getCurrentThreadCpuTime();
        long allocated = Allocated.by(attempt);
        long nanos = THREAD.getCurrentThreadCpuTime() - began;
        check(allocated, (long) Allocated.PER_BYTE * length + Allocated.MIB + limit, "bytes of memory");
        check(nanos, MOST_NANOS, "ns of processor time");
        return attempt.value;
    }

    private static void check(long found, long most, String what) { // not AssertJ, which would take longer than most decoders
        if (found > most) {
            throw new AssertionError(found + " " + what + " were taken, but may be " + most);
        }
    }

    /** What a decoder makes of an input. */
    @FunctionalInterface
    public interface Decoding {

        /** Returns whether there is a value; false if more bytes are waited for. */
        boolean run();
    }

    /** Lets only our own exception end it. */
    private static final class Attempt implements Runnable {

        private final Decoding decoding;
        private boolean value;

        Attempt(Decoding decoding) {
            this.decoding = decoding;
        }

        @Override
        public void run() {
            try {
                value = decoding.run();
            } catch (WireException e) {
                if (e.what().isBlank() || e.offset() < -1 || e.getStackTrace().length > 0) {
                    throw new AssertionError("not refused as it should be", e);
                }
            }
        }
    }
}
