package io.ergo.engine.process;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Processes by id: open addressing with linear probing and Fibonacci hashing, at most half full, in 16 stripes. Reads take no lock; writes
 * lock their stripe. A hash map of the JDK would cost 40 bytes more for each process.
 *
 * <p>A removed cell becomes a tombstone, so that a probe that is under way does not end early. Where the next cell is empty no chain passes,
 * and the run of tombstones before it is emptied at once.
 */
final class ProcessTable {

    private static final int STRIPES = 16;
    private static final int SMALLEST = 8;
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(Object[].class);
    private static final Object TOMBSTONE = new Object();

    private final Stripe[] stripes = new Stripe[STRIPES];

    ProcessTable() {
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Stripe();
        }
    }

    /** Any thread, without a lock. */
    @Nullable LocalProcess get(long id) {
        Object[] cells = stripe(id).cells; // volatile: a resized array is seen whole
        int mask = cells.length - 1;
        for (int i = index(id, mask);; i = (i + 1) & mask) {
            Object cell = CELL.getAcquire(cells, i);
            if (cell == null) {
                return null;
            }
            if (cell instanceof LocalProcess process && process.pid.id() == id) {
                return process;
            }
        }
    }

    void put(LocalProcess process) {
        stripe(process.pid.id()).put(process);
    }

    /** Returns false if it was not there. */
    boolean remove(LocalProcess process) {
        return stripe(process.pid.id()).remove(process);
    }

    int size() {
        int size = 0;
        for (Stripe stripe : stripes) {
            size += stripe.live;
        }
        return size;
    }

    /** Visits the processes in no order, without a lock: those there all the while once, others perhaps. */
    void forEach(Consumer<LocalProcess> visitor) {
        for (Stripe stripe : stripes) {
            Object[] cells = stripe.cells;
            for (int i = 0; i < cells.length; i++) {
                if (CELL.getAcquire(cells, i) instanceof LocalProcess process) {
                    visitor.accept(process);
                }
            }
        }
    }

    /** Returns the processes with the smallest ids from the given one on, in ascending order. */
    List<LocalProcess> page(long fromId, int limit) {
        PriorityQueue<LocalProcess> smallest = new PriorityQueue<>(
                Comparator.comparingLong((LocalProcess p) -> p.pid.id()).reversed());
        forEach(process -> {
            if (process.pid.id() >= fromId) {
                smallest.add(process);
                if (smallest.size() > limit) {
                    smallest.poll();
                }
            }
        });
        List<LocalProcess> page = new ArrayList<>(smallest);
        page.sort(Comparator.comparingLong(p -> p.pid.id()));
        return page;
    }

    private Stripe stripe(long id) {
        return stripes[(int) id & (STRIPES - 1)];
    }

    private static int index(long id, int mask) {
        return (int) ((id * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    }

    private static final class Stripe {

        volatile Object[] cells = new Object[SMALLEST];
        /** Written under the lock. */
        volatile int live;
        /** Live ones and tombstones. */
        private int used;

        synchronized void put(LocalProcess process) {
            if ((used + 1) * 2 > cells.length) {
                resize();
            }
            Object[] now = cells;
            int mask = now.length - 1;
            int i = index(process.pid.id(), mask);
            while (now[i] != null && now[i] != TOMBSTONE) { // ids are unique: a tombstone can be reused at once
                i = (i + 1) & mask;
            }
            if (now[i] == null) {
                used++;
            }
            CELL.setRelease(now, i, process);
            live = live + 1;
        }

        synchronized boolean remove(LocalProcess process) {
            Object[] now = cells;
            int mask = now.length - 1;
            int i = index(process.pid.id(), mask);
            while (now[i] != process) {
                if (now[i] == null) {
                    return false;
                }
                i = (i + 1) & mask;
            }
            CELL.setRelease(now, i, TOMBSTONE);
            live = live - 1;
            if (now[(i + 1) & mask] == null) {
                for (; now[i] == TOMBSTONE; i = (i - 1) & mask) {
                    CELL.setRelease(now, i, null);
                    used--;
                }
            }
            return true;
        }

        private void resize() {
            int size = SMALLEST;
            while (size < (live + 1) * 4) {
                size <<= 1;
            }
            Object[] fresh = new Object[size];
            for (Object cell : cells) {
                if (cell instanceof LocalProcess process) {
                    int i = index(process.pid.id(), size - 1);
                    while (fresh[i] != null) {
                        i = i + 1 & size - 1;
                    }
                    fresh[i] = process;
                }
            }
            used = live;
            cells = fresh;
        }
    }
}
