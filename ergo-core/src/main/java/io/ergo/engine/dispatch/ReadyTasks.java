package io.ergo.engine.dispatch;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.ergo.spi.Dispatcher.Task;
import org.jspecify.annotations.Nullable;

/**
 * All tasks that are ready: those of the slots, and the global queue for foreign threads and workers without a slot.
 * Any thread.
 *
 * <p>The global queue is the JDK's: one small object for each wake-up (not for each message) from outside, and nobody
 * ever waits for a lock there, so it is also the way out where a {@link RunQueue} is not to be had.
 */
final class ReadyTasks {
    final Slot[] slots;
    private final Queue<Task> global = new ConcurrentLinkedQueue<>();

    ReadyTasks(int count) {
        slots = new Slot[count];
        for (int i = 0; i < count; i++) {
            slots[i] = new Slot(i, count);
        }
    }

    void addGlobal(Task task) {
        global.add(task);
    }

    boolean globalIsEmpty() {
        return global.isEmpty();
    }

    void push(Slot slot, Task task) {
        if (!slot.queue.push(task)) {
            global.add(task);
        }
    }

    /** The holder of the slot. Its own tasks first, then what others have; null after one look everywhere. */
    @Nullable Task take(Worker worker, Slot slot) {
        Task task;
        if (slot.isForeignTurn() && (task = global.poll()) != null) {
            return task;
        }
        if ((task = slot.pollNextInTurn(worker)) != null || (task = slot.queue.poll()) != null) {
            return task;
        }
        return find(worker, slot, false);
    }

    /**
     * The holder of the slot, after its own queue seemed empty.
     *
     * @param greedy also takes the next of holders that made no progress since the last look
     */
    @Nullable Task find(Worker worker, Slot slot, boolean greedy) {
        Task task;
        if ((task = worker.pollNext()) != null || (task = global.poll()) != null
                || (task = slot.queue.poll()) != null) {
            return task;
        }
        for (int i = 1; i < slots.length; i++) {
            Slot victim = slots[(slot.index + i) % slots.length];
            if ((task = steal(slot, victim, greedy)) != null) {
                return task;
            }
        }
        return null;
    }

    private @Nullable Task steal(Slot thief, Slot victim, boolean greedy) {
        Task task = victim.queue.stealInto(thief.queue);
        int progress = victim.progress();
        if (task == null && greedy && progress == thief.seen[victim.index]) {
            Worker stuck = victim.holder();
            task = stuck == null ? null : stuck.pollNext();
        }
        thief.seen[victim.index] = progress;
        return task;
    }

    /**
     * Returns whether somebody should be woken. The next task of a worker does not count: it takes it itself, or the
     * monitor gives it away.
     *
     * @param except a slot whose holder is awake, if any
     */
    boolean needsWorker(@Nullable Slot except) {
        if (!global.isEmpty()) {
            return true;
        }
        for (Slot slot : slots) {
            if (slot != except && !slot.queue.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether anything is ready, whoever may be about to take it. */
    boolean any() {
        if (!global.isEmpty()) {
            return true;
        }
        for (Slot slot : slots) {
            if (!slot.queue.isEmpty() || slot.hasNext()) {
                return true;
            }
        }
        return false;
    }
}
