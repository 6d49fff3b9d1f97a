package io.ergo.engine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What the JVM uses of the machine: memory and processor time, shared by all nodes in it. Any thread. */
final class JvmUsage {

    /** The unit of the kernel's clock in {@code /proc}: a hundredth of a second on all of them. */
    private static final Duration CLOCK_TICK = Duration.ofMillis(10);
    private static final Path STATUS = Path.of("/proc/self/stat");
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    private JvmUsage() {}

    /**
     * Processor time.
     *
     * @param user in the program; all of it where the system does not tell the two apart
     * @param system in the kernel
     */
    record Times(Duration user, Duration system) {}

    /** Returns the bytes that the JVM has from the system for its heap and for itself. */
    static long memoryUsed() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        return memory.getHeapMemoryUsage().getCommitted() + memory.getNonHeapMemoryUsage().getCommitted();
    }

    /** Returns the bytes of the objects in the heap, those not collected yet included. */
    static long memoryAlloc() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    static Times times() {
        if (Files.isReadable(STATUS)) {
            try {
                return times(Files.readString(STATUS));
            } catch (IOException unreadable) {
                return total(); // the kernel gave it and took it back
            }
        }
        return total();
    }

    /** The name of the program stands in parentheses and may hold anything; fields are counted from behind it. */
    static Times times(String status) {
        List<String> fields = Arrays.asList(status.substring(status.lastIndexOf(')') + 1).strip().split(" "));
        return new Times(CLOCK_TICK.multipliedBy(Long.parseLong(fields.get(USER_TIME))),
                CLOCK_TICK.multipliedBy(Long.parseLong(fields.get(SYSTEM_TIME))));
    }

    private static Times total() {
        return new Times(ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO), Duration.ZERO);
    }
}
