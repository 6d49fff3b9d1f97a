package io.ergo.engine.dispatch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import io.ergo.spi.Dispatcher.Task;
import org.jspecify.annotations.Nullable;

/**
 * Ready tasks of one slot, first in, first out. Any thread may push, poll or steal; it never allocates but to grow.
 *
 * <p>A lock of one word guards the ring: two atomic operations for each access, as many as a lock-free ring with
 * several consumers needs, and it can grow. It is held for some ten nanoseconds, far less than parking costs. Nobody
 * waits long for it: the kernel may have taken the core from its owner, so after {@value #PATIENCE} attempts a push is
 * refused (the caller uses the global queue) and a poll finds nothing (the caller looks elsewhere and comes back, for
 * {@link #isEmpty} says that there is something).
 *
 * <p>Memory modes: the lock is taken by a volatile compare-and-set and given back by a <em>volatile</em> store,
 * because a pusher next reads which slots are idle, while an idler raises its bit and next reads {@link #isEmpty}: one
 * of the two sees the other. The size is also read without the lock.
 */
@SuppressWarnings("unused") // the padding
final class RunQueue extends RunQueueFields {
    /** So that a thief does not keep the lock long; whoever needs more comes again. */
    static final int MOST_LOOT = 256;
    private static final int PATIENCE = 64;
    private static final VarHandle LOCK = Fields.of(MethodHandles.lookup(), RunQueueFields.class, "lock", int.class);
    private static final VarHandle SIZE = Fields.of(MethodHandles.lookup(), RunQueueFields.class, "size", int.class);
    private long b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, ba, bb, bc, bd, be, bf;

    /** A hint, opaque. */
    boolean seemsEmpty() {
        return (int) SIZE.getOpaque(this) == 0;
    }

    /** Volatile: the second half of going idle. */
    boolean isEmpty() {
        return (int) SIZE.getVolatile(this) == 0;
    }

    /** Returns false if the lock was not to be had; the task is not in the queue then. */
    boolean push(Task task) {
        if (!lock()) {
            return false;
        }
        try {
            append(task);
        } finally {
            unlock(); // growing may fail for lack of memory
        }
        return true;
    }

    @Nullable Task poll() {
        if (seemsEmpty() || !lock()) {
            return null;
        }
        Task task = size == 0 ? null : removeFirst();
        unlock();
        return task;
    }

    /**
     * Moves half to the thief and returns the first of them. Waits for neither lock, so two that steal from each other
     * cannot block.
     */
    @Nullable Task stealInto(RunQueue thief) {
        if (seemsEmpty() || !tryLock()) {
            return null;
        }
        Task loot = size == 0 ? null : removeFirst();
        int more = Math.min(size / 2, MOST_LOOT);
        if (more > 0 && thief.tryLock()) {
            try {
                move(more, thief);
            } finally {
                thief.unlock();
                unlock();
            }
        } else {
            unlock();
        }
        return loot;
    }

    private void move(int count, RunQueue thief) {
        for (int i = 0; i < count; i++) {
            thief.append(removeFirst());
        }
    }

    private boolean lock() {
        return LOCK.compareAndSet(this, 0, 1) || lockPatiently();
    }

    private boolean lockPatiently() {
        for (int i = 0; i < PATIENCE; i++) {
            Thread.onSpinWait();
            if (tryLock()) {
                return true;
            }
        }
        return false;
    }

    /** Looks first, for a failed attempt takes the owner's cache line away. */
    private boolean tryLock() {
        return (int) LOCK.getOpaque(this) == 0 && LOCK.compareAndSet(this, 0, 1);
    }

    private void unlock() {
        LOCK.setVolatile(this, 0);
    }

    private void append(Task task) {
        if (size == ring.length) {
            grow();
        }
        ring[(first + size) & (ring.length - 1)] = task;
        SIZE.setOpaque(this, size + 1);
    }

    @SuppressWarnings("NullAway") // inside the size there are no nulls
    private Task removeFirst() {
        Task task = ring[first];
        ring[first] = null;
        first = (first + 1) & (ring.length - 1);
        SIZE.setOpaque(this, size - 1);
        return task;
    }

    private void grow() {
        @Nullable Task[] larger = new Task[ring.length * 2];
        int wrapped = ring.length - first;
        System.arraycopy(ring, first, larger, 0, wrapped);
        System.arraycopy(ring, 0, larger, wrapped, first);
        ring = larger;
        first = 0;
    }
}
