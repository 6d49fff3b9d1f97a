package io.ergo.engine.dispatch;

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
    private int tick;

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
            staffing.staff(slot);
            return true;
        }
        if (tick - stuckSince[slot.index] >= TICKS_UNTIL_IDLE && holder.loseSlot(slot)) {
            staffing.leave(slot);
        }
        return false;
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
            staffing.staff(slot);
        }
    }
}
