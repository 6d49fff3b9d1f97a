package io.ergo.network;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;

/** How much memory something takes on this thread, whatever of it is freed again. */
public final class Allocated {

    /** What an input may cost for each of its bytes. */
    public static final int PER_BYTE = 64;
    /** What any input may cost. */
    public static final int MIB = 1024 * 1024;

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocated() {}

    /** Returns the bytes that the work takes the second time: what is loaded once does not count. */
    public static long bytes(Runnable work) {
        work.run();
        return by(work);
    }

    /** Returns the bytes that the work takes. */
    public static long by(Runnable work) {
        long before = THREAD.getCurrentThreadAllocatedBytes();
        work.run();
        return THREAD.getCurrentThreadAllocatedBytes() - before;
    }
}
