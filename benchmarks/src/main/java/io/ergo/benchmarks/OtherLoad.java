package io.ergo.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How many processors were busy with something else than this program and its children, time stolen by the host included. A reading of the
 * counters of Linux; elsewhere it stays unknown.
 *
 * @param busyTicks of all processors since the machine started, negative if unknown
 * @param ownTicks of this program and of its children that have ended
 * @param nanos when it was read
 */
record OtherLoad(long busyTicks, long ownTicks, long nanos) {

    private static final double TICKS_PER_SECOND = 100;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final Path ALL = Path.of("/proc/stat");
    private static final Path OWN = Path.of("/proc/self/stat");
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int STEAL = 7;
    private static final int OWN_TIMES = 11;
    private static final int OWN_TIMES_END = 15;

    /** Reads the counters. */
    static OtherLoad now() throws IOException {
        if (!Files.isReadable(ALL) || !Files.isReadable(OWN)) {
            return new OtherLoad(-1, 0, System.nanoTime());
        }
        return new OtherLoad(busy(Files.readString(ALL)), own(Files.readString(OWN)), System.nanoTime());
    }

    /** Returns how many processors others kept busy since an earlier reading, empty if unknown. */
    OptionalDouble since(OtherLoad before) {
        if (busyTicks < 0) {
            return OptionalDouble.empty();
        }
        double seconds = (busyTicks - before.busyTicks - (ownTicks - before.ownTicks)) / TICKS_PER_SECOND;
        return OptionalDouble.of(Math.max(0, seconds / secondsSince(before)));
    }

    /** Returns how much time went by since an earlier reading. */
    double secondsSince(OtherLoad before) {
        return (nanos - before.nanos) / NANOS_PER_SECOND;
    }

    /** The first line: {@code cpu}, then times of user, nice, system, idle, wait, interrupts, soft interrupts, steal. */
    static long busy(String stat) {
        String[] times = stat.lines().findFirst().orElseThrow().substring("cpu".length()).strip().split(" +");
        long sum = 0;
        for (int i = 0; i <= STEAL; i++) {
            sum += i == IDLE || i == WAITING ? 0 : Long.parseLong(times[i]);
        }
        return sum;
    }

    /** Behind the name in parentheses, fields 12 to 15: user and system time of the program, then of its children. */
    static long own(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" +");
        return Arrays.stream(fields, OWN_TIMES, OWN_TIMES_END).mapToLong(Long::parseLong).sum();
    }
}
