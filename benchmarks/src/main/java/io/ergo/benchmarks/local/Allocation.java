package io.ergo.benchmarks.local;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;

/**
 * How many bytes the JVM has allocated in its heap so far, by all threads: live and ended ones, platform and virtual. A virtual thread
 * allocates in the name of its carrier, which is among the counted ones; so is the copy of its stack that is made when it parks.
 */
final class Allocation {

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    long bytes() {
        return threads.getTotalThreadAllocatedBytes();
    }
}
