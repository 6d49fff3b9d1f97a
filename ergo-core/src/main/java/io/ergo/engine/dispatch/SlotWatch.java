package io.ergo.engine.dispatch;

import java.util.ArrayList;
import java.util.List;

import io.ergo.spi.Dispatcher.Task;
import org.jspecify.annotations.Nullable;

/** Notices holders that do not come round, and takes their slots away. The monitor alone. */
final class SlotWatch {
    private static final int TICKS_UNTIL_LOST = 20;
    /** After so many a blocked holder is replaced although nothing waits, so that the dispatcher can become idle. */
    private static final int TICKS_UNTIL_IDLE = 20;
    private final Slot[] slots;
    private final Staffing staffing;
    private final int[] progress;
    private final int[] stuckSince;
    private final List<Deprived> deprived = new ArrayList<>();
    private int tick;

    /** A worker that lost its slot in the middle of a task, and when. */
    private record Deprived(Worker worker, int since) {}

    SlotWatch(Slot[] slots, Staffing staffing) {
        this.slots = slots;
        this.staffing = staffing;
        this.progress = new int[slots.length];
        this.stuckSince = new int[slots.length];
    }

    void tick() {
        tick++;
    }

    /**
     * Looks at all slots once.
     *
     * @param waiting whether there is something to do for other workers
     * @return whether a blocked holder was replaced
     */
    boolean look(boolean waiting) {
        deprived.removeIf(this::isDone);
        boolean found = false;
        for (Slot slot : slots) {
            Worker holder = slot.holder();
            if (holder == null || cameRound(slot)) {
                stuckSince[slot.index] = tick;
            } else if (holder.isBlocked()) {
                found |= replaceBlocked(slot, holder, waiting);
            } else if (waiting && allStuck()) {
                replaceStuck(slot, holder);
            }
        }
        return found;
    }

    private boolean cameRound(Slot slot) {
        int now = slot.progress();
        boolean moved = now != progress[slot.index];
        progress[slot.index] = now;
        return moved;
    }

    private boolean replaceBlocked(Slot slot, Worker holder, boolean waiting) {
        if (waiting && holder.loseSlot(slot)) {
            stuckSince[slot.index] = tick;
            staffing.staff(slot, nextOf(holder));
            return true;
        }
        if (tick - stuckSince[slot.index] >= TICKS_UNTIL_IDLE && holder.loseSlot(slot)) {
            staffing.handOn(slot, nextOf(holder));
        }
        return false;
    }

    private @Nullable Task nextOf(Worker loser) {
        deprived.add(new Deprived(loser, tick));
        return loser.pollNext();
    }

    /**
     * A worker that runs on without knowing that its slot is gone may make one more task its next: it stores that and then looks at its slot,
     * without a fence between. So it is looked at again, until that store has long come to light.
     */
    private boolean isDone(Deprived each) {
        if (each.worker.slot() == null) {
            staffing.giveNextAway(each.worker);
        }
        return tick - each.since > TICKS_UNTIL_LOST;
    }

    /** One long task is no reason: the other slots steal from its queue. */
    private boolean allStuck() {
        for (Slot slot : slots) {
            if (tick - stuckSince[slot.index] < TICKS_UNTIL_LOST) {
                return false;
            }
        }
        return true;
    }

    private void replaceStuck(Slot slot, @Nullable Worker holder) {
        if (holder != null && holder.loseSlot(slot)) {
            staffing.carriersAreLost();
            stuckSince[slot.index] = tick;
            staffing.staff(slot, nextOf(holder));
        }
    }
}
