package io.ergo.engine.dispatch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import io.ergo.spi.Dispatcher.Task;
import org.jspecify.annotations.Nullable;

/**
 * The right to run tasks, with a queue of ready ones; there is one for each core. A slot is either idle (its bit in
 * {@link IdleSlots} is up) or held by one {@link Worker}.
 *
 * <p>{@code holder} is a hint for others; who holds a slot is decided by {@link Worker#loseSlot} alone. {@code progress} counts activations, opaque: a hint for those who ask whether the holder
 * still comes round. The other fields belong to the holder; when a slot is taken away from a running holder two
 * threads may write them for a moment, which costs a look at the wrong queue at most.
 */
@SuppressWarnings("unused") // the padding
final class Slot extends SlotFields {
    /** After so many takes foreign threads have their turn; a power of two. */
    private static final int LOCAL_TAKES = 64;
    /** How often in a row next goes before the queue: a pair that plays ping-pong stays in one cache, for a while. */
    private static final int NEXT_RUN = 16;
    private static final VarHandle HOLDER = Fields.of(MethodHandles.lookup(), SlotFields.class, "holder", Worker.class);
    private static final VarHandle PROGRESS = Fields.of(MethodHandles.lookup(), SlotFields.class, "progress",
            int.class);
    final int index;
    final RunQueue queue = new RunQueue();
    /** The progress of each other slot when this one's holder looked last. */
    final int[] seen;
    private long b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, ba, bb, bc, bd, be, bf;

    Slot(int index, int slots) {
        this.index = index;
        this.seen = new int[slots];
    }

    @Nullable Worker holder() {
        return (Worker) HOLDER.getVolatile(this);
    }

    void holder(@Nullable Worker worker) {
        HOLDER.setVolatile(this, worker);
    }

    void advance() {
        PROGRESS.setOpaque(this, progress + 1);
    }

    int progress() {
        return (int) PROGRESS.getOpaque(this);
    }

    /** Any thread; a hint. */
    boolean hasNext() {
        Worker worker = holder();
        return worker != null && worker.hasNext();
    }

    /** The holder. Returns its next task if that has its turn. */
    @Nullable Task pollNextInTurn(Worker worker) {
        if (nextRun < NEXT_RUN) {
            Task task = worker.pollNext();
            if (task != null) {
                nextRun++;
                return task;
            }
        }
        nextRun = 0;
        return null;
    }

    /** The holder, once for each take. */
    boolean isForeignTurn() {
        return (++takes & LOCAL_TAKES - 1) == 0;
    }

    /** The holder: a slice was used up, so the next take looks at what foreign threads brought. */
    void foreignTurnNext() {
        takes = LOCAL_TAKES - 1;
    }
}
