package io.ergo.fuzz;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.function.Supplier;

import com.sun.management.ThreadMXBean;
import io.ergo.network.WireException;
import org.jspecify.annotations.Nullable;

/**
 * What a decoder may take for one input: 64 bytes of memory for each byte and 1 MiB beside that, and a second of processor time. What it gives back
 * is a value or a {@link WireException} with a message; every other exception goes through.
 */
final class Bounds {

    private static final long BYTES_PER_BYTE = 64;
    private static final long BESIDE = 1024 * 1024;
    private static final long MOST_NANOS = 1_000_000_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long limit;
    private @Nullable String excess;

    /**
     * Creates one.
     *
     * @param limit bytes that the decoder was configured to take beyond that, such as for what it unpacks
     */
    Bounds(long limit) {
        this.limit = limit;
    }

    /** Tells what was taken beyond the bounds since the last call, if anything was. */
    Optional<String> excess() {
        Optional<String> found = Optional.ofNullable(excess);
        excess = null;
        return found;
    }

    /** Returns what the decoder makes of an input of so many bytes, empty if it refuses it. */
    <T> Optional<T> hold(int inputBytes, Supplier<T> decoder) {
        long before = threads.getCurrentThreadAllocatedBytes();
        long began = threads.getCurrentThreadCpuTime();
        Optional<T> result = result(decoder);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        long nanos = threads.getCurrentThreadCpuTime() - began;
        if (allocated > BYTES_PER_BYTE * inputBytes + BESIDE + limit) {
            excess = allocated + " bytes were allocated for an input of " + inputBytes;
        }
        if (nanos > MOST_NANOS) {
            excess = nanos + " ns of processor time were spent on an input of " + inputBytes + " bytes";
        }
        return result;
    }

    private static <T> Optional<T> result(Supplier<T> decoder) {
        try {
            return Optional.of(decoder.get());
        } catch (WireException e) {
            if (e.getMessage().isBlank()) {
                throw new Finding("bytes were refused without a reason");
            }
            return Optional.empty();
        }
    }
}
