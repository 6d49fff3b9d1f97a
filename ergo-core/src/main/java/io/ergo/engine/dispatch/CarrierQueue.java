package io.ergo.engine.dispatch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.management.ManagementFactory;

import jdk.management.VirtualThreadSchedulerMXBean;
import org.jspecify.annotations.Nullable;

/**
 * Whether virtual threads wait for a carrier, of the application's or of ours. The monitor looks once a tick; a worker whose slice is over
 * gives way only if somebody waits.
 *
 * <p>Giving way is not free: the worker parks, its carrier has nothing to do and parks, too, and whoever wakes them leaves it to the kernel
 * on which processor they go on; now and then that is the one where another worker computes, and then they take turns of milliseconds
 * although a processor is idle.
 *
 * <p>Opaque: a worker that sees an answer late gives way a tick late, or once too often. A virtual machine that does not tell is taken for
 * one where somebody always waits.
 */
final class CarrierQueue {
    private static final VarHandle WANTED = Fields.of(MethodHandles.lookup(), CarrierQueue.class, "wanted",
            boolean.class);
    private @Nullable VirtualThreadSchedulerMXBean scheduler;
    @SuppressWarnings("unused") // through its handle
    private boolean wanted = true;

    /** The monitor, before its first look: it takes some milliseconds. */
    void open() {
        try {
            scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        } catch (IllegalArgumentException | LinkageError unknown) {
            scheduler = null;
        }
    }

    /** The monitor. */
    void look() {
        VirtualThreadSchedulerMXBean present = scheduler;
        WANTED.setOpaque(this, present == null || present.getQueuedVirtualThreadCount() != 0);
    }

    /** Any thread. */
    boolean isWanted() {
        return (boolean) WANTED.getOpaque(this);
    }
}
