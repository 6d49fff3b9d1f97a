package io.ergo.engine.dispatch;

import io.ergo.Timing.Cancellable;

import org.jspecify.annotations.Nullable;

/** A delayed action in virtual time. Whoever has the turn. */
final class SimulatedTimer implements Cancellable {
    private final Agenda agenda;
    private @Nullable Runnable action;
    private Agenda.@Nullable Due entry;

    SimulatedTimer(Agenda agenda, Runnable action) {
        this.agenda = agenda;
        this.action = action;
    }

    void start(long delayNanos) {
        entry = agenda.addAfter(delayNanos, new Event.Fire(this));
    }

    /** Returns the action once; null if it was taken or cancelled. */
    @Nullable Runnable take() {
        Runnable taken = action;
        action = null;
        return taken;
    }

    @Override
    public boolean cancel() {
        if (entry != null) {
            agenda.remove(entry);
        }
        return take() != null;
    }
}
